import { createCell, type ReadonlyCell } from './cell.ts';
import type { Lessons } from './lessons.ts';

/** A quiet line that leaves by itself. */
export interface Note {
  readonly text: string;
  /** One thing that can be done about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What was learned, each to be answered. */
  readonly lessons?: Lessons;
}

/** How long a note stays, in milliseconds, unless the pointer or the focus rests on it. */
export const noteTime = 8_000;

/** The same for one that asks something: it takes longer to read. */
export const lessonsTime = 24_000;

/** The notes of one page: the newest is shown. */
export interface Notes {
  readonly current: ReadonlyCell<Note | null>;
  /** One that comes while somebody answers another waits until they are done. */
  show(note: Note): void;
  /** The pointer or the focus came (`true`) or went. */
  hold(held: boolean): void;
  dismiss(): void;
}

/** Makes the notes of one page. */
export function createNotes(): Notes {
  const current = createCell<Note | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  let next: Note | null = null;
  const start = (): void => {
    clearTimeout(timer);
    timer = setTimeout(dismiss, current.value?.lessons ? lessonsTime : noteTime);
  };
  const dismiss = (): void => {
    clearTimeout(timer);
    isHeld = false;
    current.value = next;
    next = null;
    if (current.value) start();
  };
  return {
    current,
    show(note) {
      if (isHeld && current.value?.lessons) {
        next = note;
        return;
      }
      current.value = note;
      start();
    },
    hold(held) {
      isHeld = held;
      if (held) clearTimeout(timer);
      else if (current.value) start();
    },
    dismiss,
  };
}
