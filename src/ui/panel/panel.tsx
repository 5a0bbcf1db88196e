import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { faultText, t } from '../../browser/text.ts';
import { listText } from '../format.ts';
import { Chips } from './chips.tsx';
import { DraftView } from './draft-view.tsx';
import { Flagged } from './flagged.tsx';
import { HeldOutNote } from './held-out-note.tsx';
import { holdsFocus } from './holds-focus.ts';
import { CloseIcon } from './icons.tsx';
import { PanelButtons } from './panel-buttons.tsx';
import type { PanelModel } from './panel-model.ts';
import { QuestionView } from './question-view.tsx';
import { ToneButtons } from './tone-buttons.tsx';
import { useCell } from './use-cell.ts';

const hints = {
  undo_refused: 'panel_undo_refused',
  same: 'panel_same',
  no_other: 'panel_no_other',
  text_changed: 'panel_text_changed',
  answered: 'panel_answered',
} as const;

/** Notes in, draft out: what a person sees of one compose box's drafts. Not modal: the page goes on. */
export function Panel({ model }: { model: PanelModel }) {
  const panel = useRef<HTMLElement>(null);
  const notes = useRef<HTMLTextAreaElement>(null);
  const title = useId();
  const phase = useCell(model.phase);
  const fault = useCell(model.fault);
  const hint = useCell(model.hint);
  const { to, answering, isChanged } = model.about();

  // Before the next key can arrive, or it would go to the page.
  useLayoutEffect(() => {
    model.useField(notes.current);
    notes.current?.focus({ preventScroll: true });
    return () => model.useField(null);
  }, [model]);
  useFocusAfter(phase, panel, notes);

  return (
    <section ref={panel} class="panel" role="dialog" aria-labelledby={title}>
      <header class="head">
        <h2 id={title} class="title">
          {t('panel_title')}
        </h2>
        {to.length > 0 && (
          <span class="to" dir="auto">
            {listText(to)}
          </span>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t('panel_close')}
          onClick={model.close}
        >
          <CloseIcon />
        </button>
      </header>
      <textarea
        ref={notes}
        class="notes"
        dir="auto"
        rows={3}
        maxLength={20_000}
        aria-label={t('panel_notes')}
        placeholder={t(answering ? 'panel_notes_answer' : 'panel_notes_new')}
      />
      {isChanged && <p class="hint">{t('panel_site_changed')}</p>}
      <QuestionView model={model} />
      <Chips model={model} />
      <HeldOutNote model={model} />
      <DraftView model={model} />
      <Flagged model={model} />
      <div role="alert">{fault && <p class="fault">{faultText(fault)}</p>}</div>
      <div role="status">{hint && <p class="hint">{t(hints[hint])}</p>}</div>
      <div class="foot">
        <ToneButtons model={model} />
        <PanelButtons model={model} />
      </div>
    </section>
  );
}

/**
 * The button that was pressed is gone in the next phase, so the focus goes on to what comes next; but
 * never away from the page, where somebody may have gone on writing meanwhile.
 */
function useFocusAfter(
  phase: string,
  panel: { readonly current: HTMLElement | null },
  notes: { readonly current: HTMLElement | null },
): void {
  const before = useRef(phase);
  const had = holdsFocus(panel.current);
  useLayoutEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    if (!had) return;
    if (phase === 'notes') notes.current?.focus();
    else if (panel.current?.querySelector('.notes:focus') === null || phase !== 'writing') {
      panel.current?.querySelector<HTMLElement>('.primary')?.focus();
    }
  });
}
