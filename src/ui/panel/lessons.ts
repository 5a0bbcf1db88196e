import type { Lesson } from '../../protocol/draft-port.ts';
import type { Request } from '../../protocol/messages.ts';

/** Let it be used from now on, for this person alone, or not at all. */
export type LessonAnswer = Request<'lesson.answer'>['answer'];

/** What one sent mail taught, to be answered beside the page or left for the popup. */
export interface Lessons {
  /** Whom the mail went to; empty where nobody knows. */
  readonly person: string;
  readonly items: readonly Lesson[];
  /** The keys that lead here; empty where there are none. */
  readonly keys: string;
  /** Both reject with a `Fault`. */
  answer(preferenceId: string, answer: LessonAnswer): Promise<unknown>;
  undo(preferenceId: string): Promise<unknown>;
}
