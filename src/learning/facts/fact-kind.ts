import type { Span } from '../edits/spans.ts';
import { type Beside, type Mark, marksOf, type Reading } from './fact-marks.ts';
import { isSameWord, stem } from './fact-stems.ts';
import {
  type Counts,
  contentWords,
  lowerWords,
  markId,
  type Surroundings,
} from './fact-surroundings.ts';

/** `fact`: what a message says was changed. `style`: how it says so. */
export type Kind = 'style' | 'fact';

/** A changed place and where it stands in either text. */
export interface Place extends Span {
  readonly beside: { readonly before: Beside; readonly after: Beside };
}

/** A rewording may say a little more than what it replaces; from this many new words on it adds. */
const fewestWordsAdded = 2;
/** Taking out more words than this is shortening, whatever they say. */
const longestDetail = 3;
/** An addition of more words than this says something even if the notes or the incoming mail said it. */
const longestFilling = 3;

/** Names with fewer letters are others rather than misspelled: Anna, Anne. */
const shortestSpelling = 8;

/**
 * What one changed place is. A word for another word is style: without a dictionary nobody can tell a
 * synonym from another thing. What is added is a fact as soon as it says something.
 */
export function kindOf(place: Place, around: Surroundings): Kind {
  if (changesMarks(place, around) || turnsAround(place, around)) return 'fact';
  const before = contentWords(place.before, around.reading);
  const after = contentWords(place.after, around.reading);
  const { draft, final } = around.stems;
  const added = without(after, before).filter((word) => isRarer(stem(word), draft, final));
  const removed = without(before, after).filter((word) => isRarer(stem(word), final, draft));
  if (before.length > 0)
    return added.length >= removed.length + fewestWordsAdded ? 'fact' : 'style';
  return isFilling(added, around) || isWordForWord(place) ? 'style' : 'fact';
}

/** "Please" became "pls": no more words than there were, though the old one said nothing by itself. */
function isWordForWord({ before, after }: Place): boolean {
  const had = lowerWords(before).length;
  return had > 0 && lowerWords(after).length <= had;
}

/** Nothing, one adverb, or few words that were given: they were only left out of the draft. */
function isFilling(added: readonly string[], { stems, reading }: Surroundings): boolean {
  const [only = ''] = added;
  if (added.length === 1 && reading.words.adverb?.test(only)) return true;
  return added.length <= longestFilling && added.every((word) => stems.given.has(stem(word)));
}

/** Whether one of the numbers, dates, names, addresses or denials is another one, came or went. */
function changesMarks(place: Place, { reading, marks }: Surroundings): boolean {
  const before = marksOf(place.before, place.beside.before, reading);
  const after = marksOf(place.after, place.beside.after, reading);
  const gone = leftOver(before, after).filter((mark) => !isSpelledIn(mark, place.after));
  const come = leftOver(after, before).filter((mark) => !isSpelledIn(mark, place.before));
  if (come.some((mark) => mark.hard && isRarer(markId(mark), marks.draft, marks.final)))
    return true;
  if (gone.some((one) => come.some((other) => one.kind === other.kind))) return true;
  if (isShortening(place, reading)) return false;
  return gone.some(
    (mark) => mark.hard && mark.kind !== 'name' && isRarer(markId(mark), marks.final, marks.draft),
  );
}

/** Whether a sentence or more was taken out, or so much of one that it is no mere detail. */
function isShortening({ before, after }: Span, reading: Reading): boolean {
  if (after.trim() !== '') return false;
  return (
    /\p{L}{3}[.!?…](?:\s|$)/u.test(before) || contentWords(before, reading).length > longestDetail
  );
}

/** Whether `id` is found less often in `one` than in `other`: what was merely moved is not. */
const isRarer = (id: string, one: Counts, other: Counts): boolean =>
  (one.get(id) ?? 0) < (other.get(id) ?? 0);

function leftOver(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const rest = others.map(markId);
  return marks.filter((mark) => {
    const at = rest.indexOf(markId(mark));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** A word that got or lost its capital, or a misspelled name; short ones are too like one another. */
function isSpelledIn({ kind, key }: Mark, text: string): boolean {
  if (kind !== 'name' && kind !== 'date') return false;
  const isMisspelled = (word: string): boolean =>
    kind === 'name' && key.length >= shortestSpelling && isSameWord(key, word);
  return lowerWords(text).some((word) => word === key || isMisspelled(word));
}

const without = (words: readonly string[], others: readonly string[]): string[] =>
  words.filter((word) => !others.some((other) => isSameWord(word, other)));

/** Whether a word became its opposite: accepted, declined. */
function turnsAround({ before, after }: Span, { reading }: Surroundings): boolean {
  const { deciding, opposites } = reading.words;
  if (!deciding.test(before) || !deciding.test(after)) return false;
  return opposites.some(({ one, other }) => {
    const [had, has] = [one.test(before), one.test(after)];
    return had !== has && other.test(before) === has && other.test(after) === had;
  });
}
