import { t } from '../../browser/text.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** As many as fit into a line or two; whoever checks these sees the others. */
const mostShown = 5;

/** The addresses, links and numbers of a draft that nobody gave: for the user to check, in one quiet line. */
export function Flagged({ model }: { model: PanelModel }) {
  const flagged = useCell(model.flagged);
  if (flagged.length === 0) return null;
  const shown = flagged.slice(0, mostShown).join(', ');
  return (
    <p class="hint flagged" role="note" dir="auto">
      {t('panel_check', flagged.length > mostShown ? `${shown}, …` : shown)}
    </p>
  );
}
