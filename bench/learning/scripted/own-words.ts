import type { Context } from '../../../src/learning/types.ts';
import { withNames } from './names.ts';
import type { Wish } from './wish.ts';

/** The exact words a user has for the parts of a mail; they know them wherever they meet them. */
export interface OwnWords {
  /** With the recipient's names filled in. */
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  /** Their fixed sentences. */
  readonly lines: readonly string[];
}

/** The words of all these wishes, whether they hold here or not, for a mail in this context. */
export function ownWords(wishes: readonly Wish[], context: Context): OwnWords {
  return {
    greetings: wishes.flatMap((wish) =>
      wish.kind === 'greeting' && wish.text !== null ? withNames(wish.text, context) : [],
    ),
    closings: wishes.flatMap((wish) => (wish.kind === 'closing' ? (wish.text ?? []) : [])),
    lines: wishes.flatMap((wish) => (wish.kind === 'line' ? wish.text : [])),
  };
}
