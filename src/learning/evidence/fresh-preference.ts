import type { Described, Episode, Preference, Scope } from '../types.ts';
import { evidenceOf } from './evidence.ts';

/** A preference as one edit first shows it: provisional, without a place in the memory yet. */
export function freshPreference(
  item: Described,
  episode: Episode,
  scope: Scope,
  id: string,
): Preference {
  return {
    id,
    description: item.description,
    facet: item.facet,
    scope,
    evidence: [evidenceOf(episode, 'supports', item)],
    confidence: 0,
    origin: 'learned',
    status: 'provisional',
    revision: 0,
    createdAt: 0,
    updatedAt: 0,
  };
}
