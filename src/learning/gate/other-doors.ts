import { clauses } from '../habits/understand.ts';
import type { Described } from '../types.ts';
import { facets } from '../types.ts';
import { isAcceptable, maxDescription } from './acceptable.ts';
import { isCommon } from './common-words.ts';
import { isAboutStyle } from './grounded.ts';
import { spelledWords } from './spelled.ts';
import { isStyleWord } from './style-words.ts';

/** UTF-16 units of one description made of several. */
const maxAggregate = 4_000;
/** UTF-16 units of one clause of it. */
const maxClause = 500;

/**
 * What a model made of several stored descriptions (CIPHER step 2), or, where that has forbidden content or
 * words that are neither about style nor in one of them, the descriptions themselves, a line each.
 */
export function gatedAggregate(text: string, descriptions: readonly string[]): string {
  const given = new Set(descriptions.flatMap(spelledWords));
  const isKnown = (word: string): boolean => given.has(word) || isStyleWord(word) || isCommon(word);
  const isFine =
    text.length <= maxAggregate &&
    clauses(text).every((clause) => isAcceptable(clause, maxClause)) &&
    spelledWords(text).every(isKnown);
  return isFine ? text : descriptions.join('\n');
}

/**
 * Of an export's learned preferences those that may come in: of closed form, without forbidden content, and
 * in the words of style but for what they quote. Whose words the quotations are is no longer known, so an
 * import has to be shown to the user with them. How many there may be is the file format's to say. What the user wrote by hand is theirs and
 * needs no more than `visibleText`.
 */
export function gatedImport<Item extends Pick<Described, 'facet' | 'description'>>(
  items: readonly Item[],
): readonly Item[] {
  return items.filter(
    ({ facet, description }) =>
      facets.includes(facet) &&
      isAcceptable(description, maxDescription) &&
      clauses(description).every(isAboutStyle),
  );
}
