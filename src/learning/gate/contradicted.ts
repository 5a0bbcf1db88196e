import { follows } from '../habits/follows.ts';
import type { Habit } from '../habits/habits.ts';
import { understand } from '../habits/understand.ts';
import { emojiIn } from '../mail/emoji.ts';
import type { Context } from '../types.ts';
import type { Side } from './shown-by-edit.ts';

/** So much longer or shorter (a factor) the body has to be for an edit to speak against a length. */
const clearly = 1.2;

const mails = '(?:e-?mails?|messages?|mails?|repl(?:y|ies)|answers?|notes?|letters?|texts?)';
const shortWords = '(?:short|shorter|brief|briefer|concise|terse|succinct|compact)';
const longWords = '(?:long|longer|lengthy|detailed|elaborate|verbose|wordy|expansive)';
/** A clause that says of the whole mail how long it is, and says no more. */
const ofLength = (words: string): RegExp =>
  new RegExp(
    `^(?:(?:very|rather|more) )?${words}$|^(?:keeps|writes|prefers|likes) (?:(?:very|rather|more|the|his|her|their) )*(?:${words} ${mails}|${mails} (?:very )?${words}|it (?:very )?${words})$`,
    'u',
  );
const short = ofLength(shortWords);
const long = ofLength(longWords);

/** How a clause begins that is understood well enough to be held against somebody: "Cuts the courtesies" is not. */
const saysHow =
  /^(?:always |never |avoids? |keeps? |no |leaves? out |without |uses? |adds? |writes? |prefers? |likes? |puts? |softens? |ends? |begins? |includes? )/iu;

/**
 * Whether counting in both sides of an edit speaks against a clause: what it says that the mails have or
 * are, the final text has or is not, and the edit did not go that way either. What cannot be counted is
 * never contradicted.
 */
export function isContradicted(
  clause: string,
  before: Side,
  after: Side,
  context: Context,
): boolean {
  return (
    (saysHow.test(clause) &&
      understand(clause).some((habit) => isAgainst(habit, before, after, context))) ||
    isOfOtherLength(clause.toLowerCase(), before.measures.words, after.measures.words)
  );
}

function isAgainst(habit: Habit, before: Side, after: Side, context: Context): boolean {
  const amount = amounts[habit.kind];
  if (amount === undefined || follows(habit, after.measures, context) !== false) return false;
  const isMore = 'use' in habit && habit.use;
  return isMore ? amount(after) <= amount(before) : amount(after) >= amount(before);
}

/** How much of what a habit is about a mail has, for habits of more and less. */
const amounts: Partial<Record<Habit['kind'], (side: Side) => number>> = {
  length: ({ measures }) => measures.words,
  courtesies: ({ measures }) => measures.courtesies.length,
  list: ({ measures }) => measures.listItems.length,
  contractions: ({ measures }) => measures.contractions,
  // Those of the greeting count as well.
  exclamations: ({ text }) => text.match(/[!！]/gu)?.length ?? 0,
  emoji: ({ text }) => emojiIn(text).length,
  hedges: ({ measures }) => measures.hedges.length,
  ampersands: ({ measures }) => measures.ampersands,
  dashes: ({ measures }) => measures.dashes.length,
  capitals: ({ measures }) => measures.capitalStarts - measures.smallStarts,
};

function isOfOtherLength(clause: string, before: number, after: number): boolean {
  if (short.test(clause)) return after > before * clearly;
  return long.test(clause) && after * clearly < before;
}
