import { appliesTo, specificity } from './applies.ts';
import {
  evidenceOf,
  lastContradiction,
  lastSupport,
  supportsInARow,
  withEvidence,
} from './evidence.ts';
import type { InferenceForm } from './ports.ts';
import { sameMeaning, sameWords, slotsOf } from './same-habit.ts';
import type { Described, Episode, Preference } from './types.ts';
import { narrowScope, widened } from './widen.ts';

/** What one episode does to the preferences. */
export interface Merged {
  /** All of them, the new ones last. */
  readonly preferences: readonly Preference[];
  /** Those the episode stands for from now on, in the order they were described. */
  readonly ids: readonly string[];
}

/** A second supporting edit is what makes a habit of a single case. */
const supportsToBeActive = 2;

/**
 * Gives what was inferred from an episode its place among the known preferences: the same habit seen
 * again strengthens one preference, another value of it supersedes or contradicts the old one, the
 * rest is new and provisional. What the user wrote, and what they paused, is never changed but for the
 * evidence of a paused one. Merging the same episode again changes nothing. With the form `phrase`
 * (CIPHER) only the same words are the same preference, and nothing contradicts anything.
 *
 * `revision`, `updatedAt` and `confidence` are left to `changes.ts`.
 */
export function merge(
  described: readonly Described[],
  episode: Episode,
  known: readonly Preference[],
  form: InferenceForm,
  nextId: () => string,
): Merged {
  let preferences = [...known];
  const ids: string[] = [];
  for (const item of oneValueEach(described, form)) {
    const match = matching(item, episode, preferences, form);
    const target = match
      ? strengthened(match, item, episode, form)
      : fresh(item, episode, form, nextId());
    preferences = match
      ? preferences.map((preference) => (preference === match ? target : preference))
      : [...preferences, target];
    if (!ids.includes(target.id)) ids.push(target.id);
    if (form === 'components' && isLive(target)) {
      preferences = preferences.map((preference) => outdated(preference, target, item, episode));
    }
  }
  return { preferences, ids };
}

/** Two values of one habit from one edit cannot both be right: the first, most telling one is. */
function oneValueEach(described: readonly Described[], form: InferenceForm): Described[] {
  const taken = new Set<string>();
  return described.filter((item) => {
    const slots = form === 'components' ? slotsOf(item) : [];
    if (slots.some((slot) => taken.has(slot))) return false;
    for (const slot of slots) taken.add(slot);
    return true;
  });
}

/** The preference that says the same; where several do, the one that has most to say here. */
function matching(
  item: Described,
  episode: Episode,
  preferences: readonly Preference[],
  form: InferenceForm,
): Preference | undefined {
  const isSame = form === 'phrase' ? sameWords : sameMeaning;
  const here = (preference: Preference): boolean => reaches(preference, episode);
  const rank = (preference: Preference): number => {
    if (preference.origin === 'user') {
      return here(preference) || form === 'phrase' ? 0 : Number.POSITIVE_INFINITY;
    }
    // What the user paused here stays quiet here.
    if (preference.status === 'paused') return here(preference) ? 1 : 4;
    if (preference.status === 'superseded') return 5;
    return here(preference) ? 2 : 3;
  };
  return preferences
    .filter((preference) => isSame(preference, item) && Number.isFinite(rank(preference)))
    .sort(
      (one, other) =>
        rank(one) - rank(other) || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    )[0];
}

function fresh(item: Described, episode: Episode, form: InferenceForm, id: string): Preference {
  return {
    id,
    description: item.description,
    facet: item.facet,
    scope: form === 'phrase' ? { kind: 'nearby' } : narrowScope(episode.context),
    evidence: [evidenceOf(episode, 'supports', item)],
    confidence: 0,
    origin: 'learned',
    status: 'provisional',
    revision: 0,
    createdAt: 0,
    updatedAt: 0,
  };
}

function strengthened(
  preference: Preference,
  item: Described,
  episode: Episode,
  form: InferenceForm,
): Preference {
  if (preference.origin === 'user') return preference;
  const evidence = withEvidence(preference.evidence, evidenceOf(episode, 'supports', item));
  // This episode has spoken for it before.
  if (evidence === preference.evidence) return preference;
  const more = { ...preference, evidence };
  if (preference.status === 'paused') return more;
  const narrow = narrowScope(episode.context);
  if (preference.status === 'superseded') {
    // An old habit that came back; an old mail that is only now learned from brings nothing back.
    if (episode.at <= lastContradiction(preference)) return more;
    return { ...more, status: 'provisional', scope: form === 'phrase' ? more.scope : narrow };
  }
  const isActive = supportsInARow(evidence) >= supportsToBeActive;
  return {
    ...more,
    status: isActive ? 'active' : more.status,
    scope:
      form === 'phrase' || reaches(preference, episode) ? more.scope : widened(more.scope, narrow),
  };
}

/** What becomes of a preference with another value of what `target` says, where it held here too. */
function outdated(
  preference: Preference,
  target: Preference,
  item: Described,
  episode: Episode,
): Preference {
  const untouchable =
    preference.id === target.id || preference.origin === 'user' || !isLive(preference);
  if (untouchable || !reaches(preference, episode)) return preference;
  const slots = slotsOf(target);
  const mine = slotsOf(preference);
  if (!mine.some((slot) => slots.includes(slot)) || sameMeaning(preference, target)) {
    return preference;
  }
  // Newer mails know better, whatever the order they are learned from.
  if (lastSupport(preference) > episode.at) return preference;
  const evidence = withEvidence(preference.evidence, evidenceOf(episode, 'contradicts', item));
  if (evidence === preference.evidence) return preference;
  const isOverruled =
    specificity(preference.scope) >= specificity(target.scope) &&
    mine.every((slot) => slots.includes(slot));
  return { ...preference, evidence, status: isOverruled ? 'superseded' : preference.status };
}

/**
 * Whether it holds for this episode: for its first recipient, the one the mail is written to. One that
 * holds `nearby` does where it was applied.
 */
function reaches(preference: Preference, { context, guidance }: Episode): boolean {
  const place = { ...context, recipients: context.recipients.slice(0, 1) };
  return (
    appliesTo(preference, place) !== null ||
    (preference.scope.kind === 'nearby' &&
      (guidance?.preferences.some(({ id }) => id === preference.id) ?? false))
  );
}

function isLive({ status }: Preference): boolean {
  return status === 'active' || status === 'provisional';
}
