import type { EditCost } from '../types.ts';
import { segments } from './segments.ts';
import { wordDistance } from './word-distance.ts';

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
