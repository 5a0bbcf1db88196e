import type { Elements } from '../elements.ts';
import { sameMeaning, slotsOf } from '../habits/same-habit.ts';
import type { Inferred, Neighbour } from '../ports.ts';
import type { Described, Episode, Preference, Scope } from '../types.ts';
import { withEarlierExceptions } from './earlier-exceptions.ts';
import { evidenceOf, lastContradiction, supportsInARow, withEvidence } from './evidence.ts';
import { freshPreference } from './fresh-preference.ts';
import { type Judgement, judge } from './judge.ts';
import { holdsHere } from './reach.ts';
import { takenOver } from './take-over.ts';
import { writesByTask } from './task-habits.ts';
import { isUndoing } from './undone.ts';
import { narrowScope, scopeOf, widened } from './widen.ts';

/** What one episode does to the preferences. */
export interface Merged {
  /** All of them, the new ones last. */
  readonly preferences: readonly Preference[];
  /** Those the episode stands for from now on, in the order they were described. */
  readonly ids: readonly string[];
}

/** A second supporting edit is what makes a habit of a single case. */
export const supportsToBeActive = 2;

/**
 * Gives what was inferred from an edit its place among the known preferences: a habit seen again
 * strengthens the one preference that says so, wherever it was seen; every other live preference
 * learns from the final text whether it holds for these people (`judge.ts`); the rest is new and
 * provisional. What the user wrote, and what they paused, is never changed but for the evidence of a
 * paused one. Merging the same episode again changes nothing.
 *
 * `revision`, `updatedAt` and `confidence` are left to `changes.ts`.
 */
export function merge(
  inferred: Pick<Inferred, 'preferences' | 'confirmed' | 'contradicted'>,
  episode: Episode & { readonly final: string },
  known: readonly Preference[],
  neighbours: readonly Neighbour[],
  elements: Elements,
  nextId: () => string,
): Merged {
  const byTask = writesByTask(known);
  const described = oneValueEach(inferred.preferences);
  let preferences: readonly Preference[] = known;
  const ids: string[] = [];
  const told = new Map<string, Described>();
  for (const item of described) {
    const match = matching(item, episode, preferences, byTask);
    if (isUndoing(item, match, episode, known)) continue;
    const target = match
      ? supported(match, item, episode, byTask)
      : withEarlier(
          freshPreference(item, episode, firstScope(episode, elements), nextId()),
          episode,
          neighbours,
          elements,
        );
    preferences = match
      ? preferences.map((preference) => (preference === match ? target : preference))
      : [...preferences, target];
    if (!told.has(target.id)) ids.push(target.id);
    told.set(target.id, item);
  }
  const others = judge({ ...inferred, preferences: described }, episode, elements, byTask);
  preferences = preferences.map((preference) => {
    const judgement = told.has(preference.id) ? null : others(preference);
    return judgement ? judged(preference, judgement, episode, byTask) : preference;
  });
  if (elements.takeover) preferences = takenOver(known, preferences, told, episode);
  return { preferences, ids };
}

/** Two values of one habit from one edit cannot both be right: the first, most telling one is. */
function oneValueEach(described: readonly Described[]): Described[] {
  const taken = new Set<string>();
  return described.filter((item) => {
    const slots = slotsOf(item);
    if (slots.some((slot) => taken.has(slot))) return false;
    for (const slot of slots) taken.add(slot);
    return true;
  });
}

/** The preference that says the same; where several do, the one that has most to say here. */
function matching(
  item: Described,
  { context }: Episode,
  preferences: readonly Preference[],
  byTask: boolean,
): Preference | undefined {
  const rank = (preference: Preference): number => {
    const here = holdsHere(preference, context, byTask);
    if (preference.origin === 'user') return here ? 0 : Number.POSITIVE_INFINITY;
    // What the user paused here stays quiet here.
    if (preference.status === 'paused') return here ? 1 : 4;
    if (preference.status === 'superseded') return 5;
    return here ? 2 : 3;
  };
  return preferences
    .filter((preference) => sameMeaning(preference, item) && Number.isFinite(rank(preference)))
    .sort(
      (one, other) =>
        rank(one) - rank(other) || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    )[0];
}

function withEarlier(
  preference: Preference,
  episode: Episode,
  neighbours: readonly Neighbour[],
  { exceptions }: Elements,
): Preference {
  const isNamed = preference.scope.kind !== 'nearby';
  return exceptions && isNamed
    ? withEarlierExceptions(preference, episode, neighbours)
    : preference;
}

const firstScope = ({ context }: Episode, { scope }: Elements): Scope =>
  scope ? narrowScope(context) : { kind: 'everywhere' };

function supported(
  preference: Preference,
  item: Described,
  episode: Episode,
  byTask: boolean,
): Preference {
  if (preference.origin === 'user') return preference;
  const evidence = withEvidence(preference.evidence, evidenceOf(episode, 'supports', item));
  // This episode has spoken for it before.
  if (evidence === preference.evidence) return preference;
  const more = { ...preference, evidence };
  if (preference.status === 'paused') return more;
  if (preference.status === 'superseded') {
    // An old habit that came back; an old mail that is only now learned from brings nothing back.
    if (episode.at <= lastContradiction(preference)) return more;
    return { ...more, status: 'provisional', scope: scopeOf(evidence, byTask) ?? more.scope };
  }
  return {
    ...more,
    status: supportsInARow(evidence) >= supportsToBeActive ? 'active' : more.status,
    scope: widened(more.scope, narrowScope(episode.context)),
  };
}

function judged(
  preference: Preference,
  { says, spans }: Judgement,
  episode: Episode,
  byTask: boolean,
): Preference {
  const evidence = withEvidence(preference.evidence, evidenceOf(episode, says, spans));
  if (evidence === preference.evidence) return preference;
  const more = { ...preference, evidence };
  if (says === 'confirms') return more;
  if (says === 'supports')
    return supported(preference, { ...preference, ...spans }, episode, byTask);
  const scope = scopeOf(evidence, byTask);
  if (scope === null) return { ...more, status: 'superseded' };
  return says === 'contradicts' ? { ...more, scope } : more;
}
