import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** The draft as it comes in. Apart from the panel, so that a new word draws nothing but itself. */
export function DraftView({ model }: { model: PanelModel }) {
  const writing = useCell(model.phase) === 'writing';
  const text = useCell(model.text);
  return (
    <div
      class="draft"
      dir="auto"
      // Spoken once, when it is whole: a live region that is busy is left alone.
      aria-live="polite"
      aria-busy={writing}
      data-writing={writing}
      hidden={text === '' && !writing}
    >
      {text}
    </div>
  );
}
