import type { Habit } from '../habits/habits.ts';
import { whollyUnderstood } from '../habits/same-habit.ts';
import type { Described, Episode, Preference } from '../types.ts';

/**
 * Whether what an edit shows is no more than the undoing of a habit that the draft was written with, such
 * as "Writes prose" where a list was taken apart again. That says that the habit does not hold here, and
 * not yet that its opposite does. `match` is the known preference that says the same as `item`.
 *
 * Whoever has had the habit and undoes it now has changed their mind, and whoever is known elsewhere for
 * the opposite may well want it here. But where the opposite was undone before, they want neither.
 */
export function isUndoing(
  item: Described,
  match: Preference | undefined,
  { context, guidance }: Pick<Episode, 'context' | 'guidance'>,
  known: readonly Preference[],
): boolean {
  const person = context.recipients[0]?.address.toLowerCase() ?? '';
  const [habit, ...more] = whollyUnderstood(item.description) ?? [];
  if (!habit || more.length > 0) return false;
  const undone = (guidance?.preferences ?? []).flatMap(({ id }) =>
    known.filter(
      (one) =>
        one.id === id &&
        one.origin === 'learned' &&
        (whollyUnderstood(one.description) ?? []).some((other) => isOpposite(habit, other)),
    ),
  );
  return undone.some((preference) => {
    const { held } = wordsOf(preference, person);
    return match ? held <= 1 && wordsOf(match, person).failed > 0 : held === 0;
  });
}

function isOpposite(one: Habit, other: Habit): boolean {
  return one.kind === other.kind && 'use' in one && 'use' in other && one.use !== other.use;
}

function wordsOf({ evidence }: Preference, person: string): { held: number; failed: number } {
  const own = evidence.filter(({ recipient }) => recipient.toLowerCase() === person);
  const held = own.filter(({ says }) => says === 'supports' || says === 'confirms').length;
  return { held, failed: own.length - held };
}
