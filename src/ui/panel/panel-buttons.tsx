import { t } from '../../browser/text.ts';
import { ArrowIcon } from './icons.tsx';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** What can be done now; the button one would press next stands first and is filled. */
export function PanelButtons({ model }: { model: PanelModel }) {
  const replaces = useCell(model.replaces);
  switch (useCell(model.phase)) {
    case 'notes':
      return (
        <footer class="buttons">
          <button key="draft" type="button" class="primary" onClick={model.ask}>
            {t('panel_draft')}
          </button>
          <kbd class="keys">{isMac() ? '⌘ ↩' : t('panel_draft_keys')}</kbd>
        </footer>
      );
    case 'writing':
      return (
        <footer class="buttons">
          <button key="stop" type="button" class="primary quiet" onClick={model.stop}>
            {t('panel_stop')}
          </button>
          <span class="hint">{t('panel_writing')}</span>
        </footer>
      );
    case 'ready':
      return (
        <footer class="buttons">
          <button key="insert" type="button" class="primary" onClick={model.insert}>
            {t(replaces === null ? 'panel_insert' : 'panel_replace')}
          </button>
          <Another model={model} />
        </footer>
      );
    case 'inserted':
      return (
        <footer class="buttons">
          <button key="undo" type="button" class="primary quiet" onClick={model.undo}>
            {t('panel_undo')}
          </button>
          <Another model={model} />
          <span class="hint">{t('panel_inserted')}</span>
        </footer>
      );
  }
}

/** Once the chips were changed that is what the next draft is for; else there are drafts to choose from. */
function Another({ model }: { model: PanelModel }) {
  const isOutdated = useCell(model.isOutdated);
  const choice = useCell(model.choice);
  const phase = useCell(model.phase);
  if (isOutdated) {
    return (
      <button key="again" type="button" onClick={model.ask}>
        {t('panel_again')}
      </button>
    );
  }
  if (!choice || phase !== 'ready') {
    return (
      <button key="another" type="button" onClick={model.another}>
        {t('panel_another')}
      </button>
    );
  }
  const { at, drafts } = choice;
  return (
    <fieldset class="pager" aria-label={t('panel_choice')}>
      <button
        type="button"
        aria-label={t('panel_choice_before')}
        // Not `disabled`, which would drop the focus of whoever has just come to the end.
        aria-disabled={at === 0}
        onClick={() => model.turn(-1)}
      >
        <ArrowIcon back />
      </button>
      <span role="status">{t('panel_choice_at', at + 1, drafts.length)}</span>
      <button
        type="button"
        aria-label={t('panel_choice_next')}
        aria-disabled={at === drafts.length - 1}
        onClick={() => model.turn(1)}
      >
        <ArrowIcon />
      </button>
    </fieldset>
  );
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');
