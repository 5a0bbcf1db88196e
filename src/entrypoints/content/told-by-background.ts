import { onMessage } from '../../browser/on-message.ts';
import { t } from '../../browser/text.ts';
import type { PageUi } from '../../ui/panel/page-ui.ts';
import type { Desk } from './desk.ts';
import { isToTab } from './is-from-background.ts';

/** Does what the background says to this tab. Answers with a function that stops listening. */
export function listenToBackground(desk: Desk, ui: PageUi): () => void {
  return onMessage((message) => {
    if (!isToTab(message)) return undefined;
    switch (message.type) {
      case 'open-panel':
        if (!desk.openPanel()) ui.note({ text: t('panel_click_first') });
        return Promise.resolve(null);
      case 'learned':
        ui.note({ text: t('panel_learned', onLines(message.descriptions)) });
        return Promise.resolve(null);
      case 'describe-compose':
        return Promise.resolve(desk.describe());
    }
  });
}

/** One beside "Learned:", several below it. */
function onLines(descriptions: readonly string[]): string {
  return descriptions.length === 1 ? descriptions.join() : `\n${descriptions.join('\n')}`;
}
