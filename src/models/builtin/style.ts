import type { Habit, HabitKind } from '../../learning/habits/habits.ts';
import { understand } from '../../learning/habits/understand.ts';
import type { Guidance } from '../../learning/types.ts';

/** The habits to write by: the first of a kind, or the first of it that `fits`. */
export type Style = <K extends HabitKind>(
  kind: K,
  fits?: (habit: Extract<Habit, { kind: K }>) => boolean,
) => Extract<Habit, { kind: K }> | undefined;

/**
 * What the built-in writer understands of a guidance. Its text counts before the preferences it was
 * made from, because an aggregated text has already decided between them; the first of a kind wins.
 */
export function habitsOf(guidance: Guidance | null): readonly Habit[] {
  return guidance
    ? [guidance.text, ...guidance.preferences.map(({ description }) => description)].flatMap(
        understand,
      )
    : [];
}

/** The style of these habits; those that come first win. */
export function styleFrom(habits: readonly Habit[]): Style {
  return <K extends HabitKind>(
    kind: K,
    fits: (habit: Extract<Habit, { kind: K }>) => boolean = () => true,
  ) =>
    habits.filter((habit): habit is Extract<Habit, { kind: K }> => habit.kind === kind).find(fits);
}
