import { sameWords } from '../habits/same-habit.ts';
import type { Described, Episode, Preference } from '../types.ts';
import { evidenceOf, supportsInARow, withEvidence } from './evidence.ts';
import { freshPreference } from './fresh-preference.ts';
import type { Merged } from './merge.ts';

/**
 * Keeps a phrase as CIPHER does: it stands beside all others and contradicts none; only the very same
 * words are the same preference. It holds near the contexts it was inferred in. Keeping the phrase of
 * the same episode again changes nothing.
 */
export function mergePhrase(
  described: readonly Described[],
  episode: Episode,
  known: readonly Preference[],
  nextId: () => string,
): Merged {
  let preferences = [...known];
  const ids: string[] = [];
  for (const item of described) {
    const match = preferences
      .filter((preference) => sameWords(preference, item))
      .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))[0];
    const target = match
      ? seenAgain(match, item, episode)
      : freshPreference(item, episode, { kind: 'nearby' }, nextId());
    preferences = match
      ? preferences.map((preference) => (preference === match ? target : preference))
      : [...preferences, target];
    if (!ids.includes(target.id)) ids.push(target.id);
  }
  return { preferences, ids };
}

function seenAgain(preference: Preference, item: Described, episode: Episode): Preference {
  if (preference.origin === 'user') return preference;
  const evidence = withEvidence(preference.evidence, evidenceOf(episode, 'supports', item));
  if (evidence === preference.evidence) return preference;
  if (preference.status === 'paused') return { ...preference, evidence };
  return {
    ...preference,
    evidence,
    status: supportsInARow(evidence) > 1 ? 'active' : 'provisional',
  };
}
