import { appliesTo, specificity } from './applies.ts';
import { applied, guidanceOf, isUsable } from './guidance.ts';
import type { Memory } from './ports.ts';
import { slotsOf } from './same-habit.ts';
import {
  type Context,
  type ContextVector,
  facets,
  type Guidance,
  type Preference,
} from './types.ts';

/** How many of the nearest contexts a preference that holds `nearby` may come from (k of CIPHER). */
const nearbyNeighbours = 5;
/**
 * Cosine similarity from which two contexts count as near. Without recipients the lexical encoder gives
 * mails about the same thing 0.7 and more, others of the same site up to 0.5.
 */
const nearbySimilarity = 0.6;
/** More than this no writer follows and nobody reads. */
export const maxApplied = 12;

/**
 * The default method: what holds here, chosen and written down by code, without a model call. Of
 * preferences that ask for different values of one thing the user's own wins, then the narrower one,
 * then the one learned in contexts more like this one, then the newer one. At most 12, in the order of
 * `facets`; `null` where nothing holds.
 */
export async function retrieve(
  request: {
    readonly context: Context;
    readonly vector: ContextVector;
    readonly without: readonly string[];
  },
  memory: Memory,
): Promise<Guidance | null> {
  const { context, vector, without } = request;
  const usable = (await memory.preferences()).filter(
    (preference) => isUsable(preference) && !without.includes(preference.id),
  );
  const near = await episodesNearby(usable, vector, memory);
  const candidates = usable.filter(
    (preference) =>
      appliesTo(preference, context) !== null ||
      (preference.scope.kind === 'nearby' && episodesOf(preference).some((id) => near.has(id))),
  );
  if (candidates.length === 0) return null;
  const similarities = await memory.similarities(vector, [
    ...new Set(candidates.flatMap(episodesOf)),
  ]);
  const chosen = withoutConflicts(ranked(candidates, similarities)).slice(0, maxApplied);
  const ordered = chosen.toSorted(
    (one, other) => facets.indexOf(one.facet) - facets.indexOf(other.facet),
  );
  return guidanceOf(
    ordered.map(({ description }, index) => `${index + 1}. ${description}`).join('\n'),
    ordered.map(applied),
  );
}

async function episodesNearby(
  preferences: readonly Preference[],
  vector: ContextVector,
  memory: Memory,
): Promise<ReadonlySet<string>> {
  if (!preferences.some(({ scope }) => scope.kind === 'nearby')) return new Set();
  const neighbours = await memory.nearest(vector, nearbyNeighbours);
  return new Set(
    neighbours
      .filter(({ similarity }) => similarity >= nearbySimilarity)
      .map(({ episode }) => episode.id),
  );
}

/** Those that win conflicts first. */
function ranked(
  candidates: readonly Preference[],
  similarities: ReadonlyMap<string, number>,
): Preference[] {
  return candidates
    .map((preference) => ({
      preference,
      order: [
        preference.origin === 'user' ? 1 : 0,
        specificity(preference.scope),
        Math.max(-1, ...episodesOf(preference).map((id) => similarities.get(id) ?? -1)),
        newest(preference),
      ],
    }))
    .sort(
      (one, other) =>
        byOrder(other.order, one.order) || (one.preference.id < other.preference.id ? -1 : 1),
    )
    .map(({ preference }) => preference);
}

function withoutConflicts(preferences: readonly Preference[]): Preference[] {
  const taken = new Set<string>();
  return preferences.filter((preference) => {
    const slots = slotsOf(preference);
    if (slots.some((slot) => taken.has(slot))) return false;
    for (const slot of slots) taken.add(slot);
    return true;
  });
}

/** The episodes that speak for a preference. */
function episodesOf({ evidence }: Preference): string[] {
  return evidence.filter(({ says }) => says !== 'contradicts').map(({ episodeId }) => episodeId);
}

/** When it was last spoken for: by an edit, a mail sent as it was, or the user's own change. */
function newest({ evidence, origin, updatedAt }: Preference): number {
  if (origin === 'user') return updatedAt;
  return Math.max(0, ...evidence.flatMap(({ says, at }) => (says === 'contradicts' ? [] : [at])));
}

function byOrder(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
