import { applied, isUsable } from '../guidance.ts';
import { whollyUnderstood } from '../habits/same-habit.ts';
import type { Neighbour } from '../ports.ts';
import type { AppliedPreference, Episode, Preference } from '../types.ts';
import { holdsHere, ownWord } from './reach.ts';
import { writesByTask } from './task-habits.ts';

/** As many as a small model can keep apart. */
const mostTold = 10;

/**
 * The known preferences that a model is told about with an edit, at most ten: those the draft was
 * written with, then those that hold for these people or in the nearest contexts. What code can check
 * is not among them: it needs nobody's opinion.
 */
export function touchable(
  { context, guidance }: Episode,
  known: readonly Preference[],
  neighbours: readonly Neighbour[],
): readonly AppliedPreference[] {
  const appliedIds = new Set(guidance?.preferences.map(({ id }) => id) ?? []);
  const byTask = writesByTask(known);
  const near = new Set(neighbours.map(({ episode }) => episode.id));
  const rank = (preference: Preference): number => {
    if (appliedIds.has(preference.id)) return 3;
    if (holdsHere(preference, context, byTask)) return 2;
    return preference.evidence.some(({ episodeId }) => near.has(episodeId)) ? 1 : 0;
  };
  return known
    .filter(
      (preference) =>
        preference.origin === 'learned' &&
        isUsable(preference) &&
        // What is known not to hold for these people explains nothing of what they were written.
        (appliedIds.has(preference.id) || ownWord(preference, context, byTask)?.holds !== false) &&
        whollyUnderstood(preference.description) === null,
    )
    .map((preference) => ({ preference, rank: rank(preference) }))
    .filter((one) => one.rank > 0)
    .sort(
      (one, other) =>
        other.rank - one.rank ||
        other.preference.updatedAt - one.preference.updatedAt ||
        (one.preference.id < other.preference.id ? -1 : 1),
    )
    .slice(0, mostTold)
    .map(({ preference }) => applied(preference));
}
