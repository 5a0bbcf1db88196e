import type { Episode, Preference } from '../types.ts';
import { evidenceOf, withEvidence } from './evidence.ts';

/**
 * Notes that a mail was sent without the preferences that the user had switched off for its draft: they
 * hold no longer for whom it went to. One that the mail shows after all keeps what the mail says of it.
 */
export function withSwitchedOff(
  preferences: readonly Preference[],
  episode: Episode,
): readonly Preference[] {
  const { without = [] } = episode;
  if (without.length === 0) return preferences;
  return preferences.map((preference) => {
    const { id, origin, evidence } = preference;
    const isSaid = evidence.some(({ episodeId }) => episodeId === episode.id);
    if (origin !== 'learned' || isSaid || !without.includes(id)) return preference;
    const against = evidenceOf(episode, 'contradicts', { before: '', after: '' });
    return { ...preference, evidence: withEvidence(evidence, against) };
  });
}
