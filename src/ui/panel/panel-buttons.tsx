import { t } from '../../browser/text.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** What can be done now; the button one would press next stands first and is filled. */
export function PanelButtons({ model }: { model: PanelModel }) {
  const switchedOff = useCell(model.chips).some(({ on }) => !on);
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
            {t('panel_insert')}
          </button>
          <button key="another" type="button" onClick={model.ask}>
            {t('panel_another')}
          </button>
          {switchedOff && <span class="hint">{t('panel_left_out_next')}</span>}
        </footer>
      );
    case 'inserted':
      return (
        <footer class="buttons">
          <button key="undo" type="button" class="primary quiet" onClick={model.undo}>
            {t('panel_undo')}
          </button>
          <button key="another" type="button" onClick={model.ask}>
            {t('panel_another')}
          </button>
          <span class="hint">{t('panel_inserted')}</span>
        </footer>
      );
  }
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');
