import { signal } from '@preact/signals';
import { t } from '../../browser/text.ts';
import { CloseIcon } from './icons.tsx';

/** A quiet line that leaves by itself. */
export interface Note {
  readonly text: string;
  /** One thing that can be done about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a note stays, in milliseconds, unless the pointer or the focus rests on it. */
export const noteTime = 8_000;

/** The notes of one page: the newest is shown. */
export interface Notes {
  readonly current: { readonly value: Note | null };
  show(note: Note): void;
  /** The pointer or the focus came (`true`) or went. */
  hold(held: boolean): void;
  dismiss(): void;
}

/** Makes the notes of one page. */
export function createNotes(): Notes {
  const current = signal<Note | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dismiss = (): void => {
    clearTimeout(timer);
    current.value = null;
  };
  const start = (): void => {
    clearTimeout(timer);
    timer = setTimeout(dismiss, noteTime);
  };
  return {
    current,
    show(note) {
      current.value = note;
      start();
    },
    hold(held) {
      if (held) clearTimeout(timer);
      else if (current.value) start();
    },
    dismiss,
  };
}

/** The newest note. Its text is spoken by the status region around it. */
export function NoteView({ notes, note }: { notes: Notes; note: Note }) {
  const { action } = note;
  return (
    <div class="note">
      <p class="note-text" dir="auto">
        {note.text}
      </p>
      {action && (
        <button
          type="button"
          class="note-action"
          onClick={() => {
            notes.dismiss();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t('panel_note_close')}
        onClick={notes.dismiss}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
