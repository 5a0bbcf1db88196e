import { describeHabit } from '../../../src/learning/habits/describe.ts';
import type { Facet } from '../../../src/learning/types.ts';
import { isUncounted, type UncountedWish, type Wish } from './wish.ts';

/** A wish in words, with the facet it belongs to. */
export interface WishInWords {
  readonly facet: Facet;
  readonly description: string;
}

/** How many ways there are to put a wish that only a language model describes. */
export const phrasings = 3;

/**
 * A wish as an instruction: in the product's words where its counters know it, else in one of three
 * phrasings (`phrasing` from 0 on), as a language model says the same thing now so and now so.
 */
export function describeWish(wish: Wish, phrasing = 0): WishInWords {
  if (!isUncounted(wish)) return describeHabit(wish);
  const said = sayings[phrasing % phrasings] ?? sayings[0];
  switch (wish.kind) {
    case 'replace':
      return {
        facet: 'wording',
        description: said.replace.replace('X', () => wish.to).replace('Y', () => wish.from),
      };
    case 'line':
      return { facet: 'content', description: said[wish.place].replace('X', () => wish.text) };
    case 'order':
      return { facet: 'structure', description: said[wish.questions] };
  }
}

const first = {
  replace: 'Writes “X” for “Y”',
  opening: 'Adds the sentence “X” before the matter',
  closing: 'Adds the sentence “X” after the matter',
  first: 'Puts questions before everything else',
  last: 'Puts questions after everything else',
};
const sayings = [
  first,
  {
    replace: 'Uses “X” instead of “Y”',
    opening: 'Puts “X” at the beginning',
    closing: 'Puts “X” at the end',
    first: 'Asks questions first',
    last: 'Asks questions last',
  },
  {
    replace: 'Prefers “X” over “Y”',
    opening: 'Begins with the sentence “X”',
    closing: 'Ends with the sentence “X”',
    first: 'Leads with the questions',
    last: 'Leaves questions for the end',
  },
] as const satisfies readonly [typeof first, ...(typeof first)[]];

/** The wish behind a clause in any of the phrasings; `null` for everything else. */
export function readUncounted(clause: string): UncountedWish | null {
  for (const said of sayings) {
    if (clause === said.first) return { kind: 'order', questions: 'first' };
    if (clause === said.last) return { kind: 'order', questions: 'last' };
    const [to, from] = quotesIn(said.replace, clause);
    if (to !== undefined && from !== undefined) return { kind: 'replace', from, to };
    for (const place of ['opening', 'closing'] as const) {
      const [text] = quotesIn(said[place], clause);
      if (text !== undefined) return { kind: 'line', place, text };
    }
  }
  return null;
}

/** What stands in the quotes of a clause that is otherwise worded like `saying`. */
function quotesIn(saying: string, clause: string): readonly string[] {
  const bare = clause.replace(/“[^”]*”/gu, '“”');
  if (bare !== saying.replace(/“[^”]*”/gu, '“”')) return [];
  return (clause.match(/“[^”]*”/gu) ?? []).map((quote) => quote.slice(1, -1));
}
