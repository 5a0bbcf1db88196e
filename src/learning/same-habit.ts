import type { Habit } from './habits.ts';
import type { Described, Facet } from './types.ts';
import { clauses, understand } from './understand.ts';

type Text = Pick<Described, 'facet' | 'description'>;

/** Lengths within this factor of each other are the same habit: nobody counts their words. */
const sameLength = 1.5;

/** Facets of which a mail has one, also where the description is not understood. */
const singular: readonly Facet[] = ['greeting', 'closing', 'length'];

/**
 * What can have one value only in a mail, such as its greeting: the kinds of habit that the
 * description is understood as, or the facet itself for greeting, closing and length. Empty for
 * everything that can stand beside others.
 */
export function slotsOf({ facet, description }: Text): readonly string[] {
  const habits = understand(description);
  if (habits.length > 0) return [...new Set(habits.map(({ kind }) => kind))];
  return singular.includes(facet) ? [facet] : [];
}

/** Whether two descriptions ask for the same thing: the same habits, or the same words. */
export function sameMeaning(one: Text, other: Text): boolean {
  const mine = whollyUnderstood(one.description);
  const theirs = whollyUnderstood(other.description);
  if (!mine || !theirs) return sameWords(one, other);
  return isAmong(mine, theirs) && isAmong(theirs, mine);
}

/** `null` where a clause is not understood: the rest would not be all that is asked for. */
function whollyUnderstood(description: string): readonly Habit[] | null {
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
    default:
      // The example of an emoji is an example.
      return one.kind === other.kind && one.use === other.use;
  }
}

const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();
