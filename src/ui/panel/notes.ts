import { createCell, type ReadonlyCell } from './cell.ts';

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
  readonly current: ReadonlyCell<Note | null>;
  show(note: Note): void;
  /** The pointer or the focus came (`true`) or went. */
  hold(held: boolean): void;
  dismiss(): void;
}

/** Makes the notes of one page. */
export function createNotes(): Notes {
  const current = createCell<Note | null>(null);
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
