import { call } from '../../browser/call.ts';
import { onMessage } from '../../browser/on-message.ts';
import { t } from '../../browser/text.ts';
import type { ToTab } from '../../protocol/draft-port.ts';
import type { Lessons } from '../../ui/panel/lessons.ts';
import type { PageUi } from '../../ui/panel/page-ui.ts';
import type { Desk } from './desk.ts';
import { isToTab } from './is-to-tab.ts';

/** Does what the background says to this tab. Answers with a function that stops listening. */
export function listenToBackground(desk: Desk, ui: PageUi): () => void {
  return onMessage((message) => {
    if (!isToTab(message)) return undefined;
    switch (message.type) {
      case 'open-panel':
        if (!desk.openPanel() && !ui.focusNote()) ui.note({ text: t('panel_click_first') });
        return Promise.resolve(null);
      case 'learned':
        ui.note({ text: t('panel_learned'), lessons: lessonsOf(message) });
        return Promise.resolve(null);
      case 'describe-compose':
        return Promise.resolve(desk.describe());
    }
  });
}

function lessonsOf({
  episodeId,
  person,
  lessons,
  keys,
}: Extract<ToTab, { type: 'learned' }>): Lessons {
  return {
    person,
    items: lessons,
    keys,
    answer: (preferenceId, answer) => call('lesson.answer', { episodeId, preferenceId, answer }),
    undo: (preferenceId) => call('lesson.undo', { episodeId, preferenceId }),
  };
}
