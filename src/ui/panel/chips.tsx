import { useId } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { countText } from '../count-text.ts';
import { scopeText } from '../preferences/scope-text.ts';
import type { Chip, PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** The preferences that shape the draft; one that is switched off is left out of the next draft. */
export function Chips({ model }: { model: PanelModel }) {
  const chips = useCell(model.chips);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('panel_shaped_by')}>
      {chips.map((chip) => (
        <ChipRow key={chip.preference.id} chip={chip} model={model} />
      ))}
    </ul>
  );
}

function ChipRow({ chip: { preference, on }, model }: { chip: Chip; model: PanelModel }) {
  const source = useId();
  const { id, description, mails, scope } = preference;
  return (
    <li>
      <button
        type="button"
        class="chip"
        dir="auto"
        aria-pressed={on}
        aria-describedby={source}
        title={description}
        onClick={() => model.toggle(id)}
      >
        {description}
      </button>
      <span class="hint chip-source" id={source} dir="auto">
        {mails === 0
          ? `${t('popup_yours')} · ${scopeText(scope)}`
          : t(
              'panel_chip_source',
              countText(mails, 'popup_one_mail', 'popup_mails'),
              scopeText(scope),
            )}
      </span>
    </li>
  );
}
