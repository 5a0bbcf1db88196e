import { distance } from 'fastest-levenshtein';
import type { EditCost } from '../types.ts';
import { asUnits } from './as-units.ts';
import { segments } from './segments.ts';

/** The words of a text in order. Punctuation marks and emoji count as words, white space does not. */
export function words(text: string): string[] {
  return segments(text).filter((segment) => segment.trim() !== '');
}

/**
 * How much of a draft was changed: the Levenshtein distance over words (PRELUDE's cost), whole and
 * divided by the longer side. Two empty texts cost 0.
 */
export function editCost(draft: string, final: string): EditCost {
  const left = words(draft);
  const right = words(final);
  const changed = wordDistance(left, right);
  const longer = Math.max(left.length, right.length);
  return { words: changed, normalised: longer === 0 ? 0 : changed / longer };
}

/** Levenshtein distance of two lists; `limit` is how many units `asUnits` may use. */
export function wordDistance(
  left: readonly string[],
  right: readonly string[],
  limit?: number,
): number {
  const units = asUnits(left, right, limit);
  return units ? distance(units.left, units.right) : plainDistance(left, right);
}

/** The textbook's table, one row at a time: for texts that share more words than there are units. */
function plainDistance(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [count, word] of left.entries()) {
    const next = [count + 1];
    for (const [at, other] of right.entries()) {
      const replaced = (row[at] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
