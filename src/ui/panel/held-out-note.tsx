import { t } from '../../browser/text.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** Says that a draft was written without preferences, for comparison, and offers one with them. */
export function HeldOutNote({ model }: { model: PanelModel }) {
  const isHeldOut = useCell(model.isHeldOut);
  const phase = useCell(model.phase);
  if (!isHeldOut || phase === 'notes') return null;
  return (
    <p class="hint held-out">
      {t('panel_held_out')}{' '}
      {phase !== 'writing' && (
        <button type="button" class="note-action" onClick={model.askWhole}>
          {t('panel_write_with')}
        </button>
      )}
    </p>
  );
}
