import type { Described, Facet } from '../types.ts';
import type { Habit } from './habits.ts';
import { type Edits, quotedWords, sameQuotes } from './quoted.ts';
import { clauses, understand } from './understand.ts';

type Text = Pick<Described, 'facet' | 'description'> & Edits;

/** Lengths within this factor of each other are the same habit: nobody counts their words. */
const sameLength = 1.5;

/** Facets of which a mail has one, also where the description is not understood. */
const singular: readonly Facet[] = ['greeting', 'closing', 'length'];

/** What two habits share that cannot both hold in one mail. */
export function slotOf(habit: Habit): string {
  return habit.kind === 'line' ? `${habit.place} line` : habit.kind;
}

/**
 * What can have one value only in a mail, such as its greeting: the slots of the habits that the
 * description is understood as, the facet itself for greeting, closing and length, or the words that are
 * quoted. Empty for everything that can stand beside others.
 */
export function slotsOf(text: Text): readonly string[] {
  const { facet, description } = text;
  const habits = understand(description);
  if (habits.length > 0) return [...new Set(habits.map(slotOf))];
  if (singular.includes(facet)) return [facet];
  const { written, removed } = quotedWords(text);
  const quotes = [...written, ...removed].toSorted();
  return quotes.length > 0 ? [`“${quotes.join('” “')}”`] : [];
}

/**
 * Whether two descriptions ask for the same thing: the same habits, the same quoted words instead of the
 * same others, or the same description.
 */
export function sameMeaning(one: Text, other: Text): boolean {
  const mine = whollyUnderstood(one.description);
  const theirs = whollyUnderstood(other.description);
  if (!mine && !theirs && sameQuotes(one, other)) return true;
  if (!mine || !theirs) return sameWords(one, other);
  return isAmong(mine, theirs) && isAmong(theirs, mine);
}

/** The habits a description asks for; `null` where a clause of it is not understood. */
export function whollyUnderstood(description: string): readonly Habit[] | null {
  const habits = understand(description);
  return habits.length > 0 && habits.length === clauses(description).length ? habits : null;
}

/** The same facet and the same words, whatever their case and the white space between them. */
export function sameWords(one: Text, other: Text): boolean {
  return one.facet === other.facet && plain(one.description) === plain(other.description);
}

function isAmong(some: readonly Habit[], others: readonly Habit[]): boolean {
  return some.every((habit) => others.some((other) => sameHabit(habit, other)));
}

function sameHabit(one: Habit, other: Habit): boolean {
  switch (one.kind) {
    case 'greeting':
    case 'closing':
      return one.kind === other.kind && one.text === other.text;
    case 'length':
      return (
        one.kind === other.kind &&
        Math.max(one.words, other.words) <= sameLength * Math.min(one.words, other.words)
      );
    case 'paragraphs':
      return one.kind === other.kind && one.shape === other.shape;
    case 'courtesies':
      return one.kind === other.kind && one.use === other.use && one.only === other.only;
    case 'line':
      return one.kind === other.kind && one.place === other.place && one.text === other.text;
    default:
      // The example of an emoji is an example.
      return one.kind === other.kind && one.use === other.use;
  }
}

const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();
