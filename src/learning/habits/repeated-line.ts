import { measure } from '../mail/measure.ts';
import { countWords } from '../mail/sentences.ts';
import type { Edit, Neighbour } from '../ports.ts';
import type { Described } from '../types.ts';
import { describeHabit } from './describe.ts';
import { keptSentences } from './kept-sentences.ts';

/**
 * A sentence that the user added at one end of the mail and, word for word, in an earlier one as well.
 * Once it may be something said; twice it is a habit, and only repetition tells the two apart.
 */
export function repeatedLines(edit: Edit, earlier: readonly Neighbour[]): Described[] {
  const final = measure(edit.final, edit.context);
  const polite = new Set(final.courtesies.map(({ sentence }) => sentence));
  // A sentence that was merely reworded was there before.
  const draft = measure(edit.draft, edit.context);
  const kept = keptSentences(draft.said, final.said).after;
  const said = final.said.filter((sentence) => !polite.has(sentence));
  const ends = [
    ['opening', said[0]],
    ['closing', said.length > 1 ? said.at(-1) : undefined],
  ] as const;
  return ends.flatMap(([place, text]) =>
    text !== undefined && !kept.has(text) && isAdded(text, edit) && wasSaid(text, earlier)
      ? [{ ...describeHabit({ kind: 'line', place, text }), before: '', after: text }]
      : [],
  );
}

function isAdded(sentence: string, { draft, context }: Edit): boolean {
  const given = [draft, context.notes, context.incoming?.text ?? ''];
  return (
    countWords(sentence) > 1 &&
    !/\d/u.test(sentence) &&
    given.every((text) => !spaced(text).includes(spaced(sentence)))
  );
}

function wasSaid(sentence: string, earlier: readonly Neighbour[]): boolean {
  const wanted = spaced(sentence);
  return earlier.some(({ episode: { final } }) => {
    const text = spaced(final ?? '');
    const before = text.slice(0, text.indexOf(wanted)).trimEnd();
    // "There is no rush." does not say "No rush."
    return text.includes(wanted) && /(?:^|[\p{P}\p{S}])$/u.test(before);
  });
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').toLowerCase();
