import { describeHabit } from '../../learning/habits/describe.ts';
import type { Habit } from '../../learning/habits/habits.ts';
import { slotOf } from '../../learning/habits/same-habit.ts';
import { clauses, understand } from '../../learning/habits/understand.ts';

/**
 * One description of several, nearest first: of each kind of habit what most of them say, the nearest
 * deciding a tie; what is not understood is kept, once each. Joined by line breaks.
 */
export function aggregate(descriptions: readonly string[]): string {
  const votes = new Map<string, Map<string, number>>();
  const rest = new Map<string, string>();
  for (const description of descriptions) {
    for (const clause of new Set(clauses(description))) {
      const habits = understand(clause);
      for (const habit of habits) vote(votes, habit);
      const key = clause.toLowerCase();
      if (habits.length === 0 && !rest.has(key)) rest.set(key, clause);
    }
  }
  // A Map keeps its order, so the first of equals is the nearest.
  const winners = [...votes.values()].map(
    (counted) => [...counted].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
  );
  return [...winners, ...rest.values()].join('\n');
}

function vote(votes: Map<string, Map<string, number>>, habit: Habit): void {
  const counted = votes.get(slotOf(habit)) ?? new Map<string, number>();
  const { description } = describeHabit(habit);
  counted.set(description, (counted.get(description) ?? 0) + 1);
  votes.set(slotOf(habit), counted);
}
