import type { Elements } from './elements.ts';
import { appliesTo, specificities } from './evidence/applies.ts';
import { circles, firstOf, ownWord } from './evidence/reach.ts';
import { writesByTask } from './evidence/task-habits.ts';
import { type Neighbourhood, neighbourhood, type Vote } from './evidence/vote.ts';
import { applied, guidanceOf, isUsable } from './guidance.ts';
import { slotsOf } from './habits/same-habit.ts';
import type { Memory } from './ports.ts';
import {
  type Context,
  type ContextVector,
  facets,
  type Guidance,
  type Preference,
} from './types.ts';

/** More than this no writer follows and nobody reads. */
export const maxApplied = 12;

/** UTF-16 units of all learned descriptions in one prompt. */
const maxLearnedText = 1_800;
/** Of one episode, which is at most one thread's: what a single mail led to is no more than part of a draft. */
const maxOfOneEpisode = 9;

/** A preference that holds here, with what decides between it and others; higher wins. */
interface Candidate {
  readonly preference: Preference;
  readonly order: readonly number[];
}

/**
 * The default method: what holds here, chosen and written down by code, without a model call. What the
 * user wrote holds where they said. What was learned holds by its own evidence for a known person or
 * domain; for anybody else what held wherever it was seen, and a disputed habit only where most domains
 * and the nearest contexts agree on it.
 *
 * Of preferences that ask for different values of one thing the user's own wins, then the one known of
 * nearer people, then the one said last of them, then the one learned in contexts more like this one. At
 * most 12, of what was learned at most nine from one episode and 1,800 code units: the user's own first,
 * then in the order of `facets`; `null` where nothing holds.
 */
export async function retrieve(
  request: {
    readonly context: Context;
    readonly vector: ContextVector;
    readonly without: readonly string[];
  },
  memory: Memory,
  elements: Elements,
): Promise<Guidance | null> {
  const { context, vector, without } = request;
  const usable = (await memory.preferences()).filter(
    (preference) => isUsable(preference) && !without.includes(preference.id),
  );
  if (usable.length === 0) return null;
  const near = await neighbourhood(vector, memory);
  const byTask = writesByTask(usable);
  const candidates = usable.flatMap((preference) => {
    const order = orderHere(preference, context, near, byTask, elements);
    return order === null ? [] : [{ preference, order }];
  });
  if (candidates.length === 0) return null;
  const chosen = withinCaps(withoutConflicts(ranked(candidates))).slice(0, maxApplied);
  const ordered = chosen.toSorted(
    (one, other) =>
      Number(other.origin === 'user') - Number(one.origin === 'user') ||
      facets.indexOf(one.facet) - facets.indexOf(other.facet),
  );
  return guidanceOf(
    ordered.map((preference, index) => `${index + 1}. ${said(preference, elements)}`).join('\n'),
    ordered.map(applied),
  );
}

/** `null` where it does not hold. */
function orderHere(
  preference: Preference,
  context: Context,
  near: Neighbourhood,
  byTask: boolean,
  elements: Elements,
): readonly number[] | null {
  const vote = near.vote(preference);
  const tail = [vote.nearest, newest(preference)];
  if (preference.origin === 'user' || !elements.scope) {
    const place = preference.origin === 'user' ? context : firstOf(context);
    const fits = appliesTo(preference, place) ?? (isNear(preference, near) ? nearbyRank : null);
    return fits === null ? null : [Number(preference.origin === 'user'), fits, 0, ...tail];
  }
  const own = ownWord(preference, context, byTask);
  if (own) {
    const rank = specificities[own.from === 'recipient' ? 'recipient' : 'domain'];
    return own.holds ? [0, rank, own.at, ...tail] : null;
  }
  const fits = appliesTo(preference, firstOf(context));
  if (fits === null) return isNear(preference, near) ? [0, nearbyRank, 0, ...tail] : null;
  if (preference.scope.kind === 'everywhere') {
    const isDisputed = circles(preference, context, byTask).failed > 0;
    if (isDisputed && !(elements.neighbours && outweighs(preference, context, byTask, vote))) {
      return null;
    }
    return [0, fits, vote.said, ...tail];
  }
  return [0, fits, 0, ...tail];
}

/** Share of the nearest contexts that has to speak for a habit that is disputed elsewhere. */
const clearVote = 0.3;
/** How many times as many circles a disputed habit has to hold in as it failed in. */
const clearMajority = 3;

/**
 * Whether a habit that some write without still holds for a stranger: in most circles by far, and in the
 * nearest contexts too. A wrong guess is worse than a plain draft.
 */
function outweighs(
  preference: Preference,
  context: Context,
  byTask: boolean,
  { said }: Vote,
): boolean {
  const { held, failed } = circles(preference, context, byTask);
  return held >= clearMajority * failed && said >= clearVote;
}

const nearbyRank = specificities.nearby;

function isNear(preference: Preference, near: Neighbourhood): boolean {
  return preference.scope.kind === 'nearby' && near.vote(preference).isNear;
}

function said({ description, evidence, origin }: Preference, { sources }: Elements): string {
  const people = new Set(
    evidence.flatMap(({ says, recipient }) =>
      says === 'supports' && recipient !== '' ? [recipient] : [],
    ),
  );
  if (!sources || origin === 'user' || people.size === 0) return description;
  return `${description} (seen with ${[...people].slice(-3).join(', ')})`;
}

/** Those that win conflicts first. */
function ranked(candidates: readonly Candidate[]): Preference[] {
  return candidates
    .toSorted(
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

/** Without the learned ones that go beyond what one episode, or all together, may put into a prompt. */
function withinCaps(preferences: readonly Preference[]): Preference[] {
  const ofEpisode = new Map<string, number>();
  let letters = 0;
  return preferences.filter(({ origin, evidence, description }) => {
    if (origin === 'user') return true;
    const first = evidence.find(({ says }) => says === 'supports')?.episodeId ?? '';
    const many = first === '' ? 0 : (ofEpisode.get(first) ?? 0);
    if (many >= maxOfOneEpisode || letters + description.length > maxLearnedText) return false;
    ofEpisode.set(first, many + 1);
    letters += description.length;
    return true;
  });
}

/** When it was last spoken for: by an edit, a mail sent as it was, or the user's own change. */
function newest({ evidence, origin, updatedAt }: Preference): number {
  if (origin === 'user') return updatedAt;
  return Math.max(
    0,
    ...evidence.flatMap(({ says, at }) => (says === 'supports' || says === 'confirms' ? [at] : [])),
  );
}

function byOrder(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
