import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { DiffView } from '../parts/diff-view.tsx';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/**
 * The draft as it comes in, and once it is done, what it changes in the message where something there
 * makes way for it. Apart from the panel, so that a new word draws nothing but itself.
 */
export function DraftView({ model }: { model: PanelModel }) {
  const phase = useCell(model.phase);
  const text = useCell(model.text);
  const replaces = useCell(model.replaces);
  const [isPlain, setPlain] = useState(false);
  const isWriting = phase === 'writing';
  const old = phase === 'ready' ? replaces : null;
  return (
    <>
      {old !== null && (
        <div class="draft-head">
          <span class="hint">{t('panel_replaces')}</span>
          <button
            type="button"
            class="note-action"
            aria-pressed={!isPlain}
            onClick={() => setPlain(!isPlain)}
          >
            {t('panel_show_changes')}
          </button>
        </div>
      )}
      <div
        class="draft"
        dir="auto"
        // Spoken once, when it is whole: a live region that is busy is left alone.
        aria-live="polite"
        aria-busy={isWriting}
        data-writing={isWriting}
        hidden={text === '' && !isWriting}
      >
        {old !== null && !isPlain ? <DiffView before={old} after={text} /> : text}
      </div>
    </>
  );
}
