import type { Context } from '../../../src/learning/types.ts';
import { follow } from './eyes.ts';
import type { Instruction } from './instructions.ts';
import { readMail, writeOut } from './mail.ts';
import { ownWords } from './own-words.ts';
import { type Wish, wishSchema } from './wish.ts';

/** The text with the smallest changes after which it follows these instructions; others are left. */
export function revised(
  text: string,
  instructions: readonly Instruction[],
  context: Context,
): string {
  const wishes = instructions.flatMap(asWish);
  if (wishes.length === 0) return text;
  return writeOut(follow(wishes, readMail(text, ownWords(wishes, context)), context));
}

function asWish(instruction: Instruction): Wish[] {
  if (instruction.kind === 'fact') return [];
  if (instruction.kind === 'uncounted') return [instruction.wish];
  // A habit that no user has in this world, such as a length, is none of its wishes.
  const { data } = wishSchema.safeParse(instruction.habit);
  return data ? [data] : [];
}
