import { t } from '../../browser/text.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** The preferences that shape the draft; one that is switched off is left out of the next draft. */
export function Chips({ model }: { model: PanelModel }) {
  const chips = useCell(model.chips);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('panel_shaped_by')}>
      {chips.map(({ preference, on }) => (
        <li key={preference.id}>
          <button
            type="button"
            class="chip"
            dir="auto"
            aria-pressed={on}
            title={preference.description}
            onClick={() => model.toggle(preference.id)}
          >
            {preference.description}
          </button>
        </li>
      ))}
    </ul>
  );
}
