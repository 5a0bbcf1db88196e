import type { Memory, Neighbour } from '../../src/learning/ports.ts';
import type { ContextVector, Episode, Preference } from '../../src/learning/types.ts';
import { cosine } from './ranked-memory.ts';

/** What the product's store keeps, without a disk. */
export interface LearnedMemory extends Memory {
  /** Keeps the vector of a draft's context; its episode may come later, or never. */
  keepVector(episodeId: string, vector: ContextVector): void;
  /**
   * Keeps an episode and the preferences it made or changed. Throws where one of them is not the next
   * revision of what is kept: the store would have refused it as well.
   */
  put(lesson: { readonly episode: Episode; readonly preferences: readonly Preference[] }): void;
  /** How many preferences are in use, provisional ones included. */
  inUse(): number;
}

/** An empty memory. */
export function createMemory(): LearnedMemory {
  const vectors = new Map<string, ContextVector>();
  const episodes = new Map<string, Episode>();
  const preferences = new Map<string, Preference>();

  const nearest = (vector: ContextVector, k: number, except?: string): Neighbour[] =>
    [...episodes.values()]
      .filter(({ id, standing }) => standing !== null && id !== except)
      .flatMap((episode) => {
        const other = vectors.get(episode.id);
        return other ? [{ episode, similarity: cosine(vector, other) }] : [];
      })
      .sort((one, other) => other.similarity - one.similarity || other.episode.at - one.episode.at)
      .slice(0, k);

  return {
    nearest: async (vector, k) => nearest(vector, k),
    async neighboursOf(episodeId, k) {
      const vector = vectors.get(episodeId);
      return vector ? nearest(vector, k, episodeId) : [];
    },
    preferences: async () => [...preferences.values()],
    keepVector(episodeId, vector) {
      vectors.set(episodeId, vector);
    },
    put({ episode, preferences: changed }) {
      episodes.set(episode.id, episode);
      for (const preference of changed) {
        const next = (preferences.get(preference.id)?.revision ?? -1) + 1;
        if (preference.revision !== next) {
          throw new Error(
            `Preference ${preference.id} is at revision ${preference.revision}, not ${next}.`,
          );
        }
        preferences.set(preference.id, preference);
      }
    },
    inUse() {
      return [...preferences.values()].filter(
        ({ status }) => status === 'active' || status === 'provisional',
      ).length;
    },
  };
}
