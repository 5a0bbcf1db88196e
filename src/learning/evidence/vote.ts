import type { Memory } from '../ports.ts';
import type { ContextVector, Preference } from '../types.ts';

/** How many of the nearest contexts are asked (k of CIPHER). */
const neighbours = 5;
/** Share of their weight that has to speak for a preference which is not of the nearest one. */
const enough = 1 / 3;
/** Cosine similarity below which two contexts have nothing in common. */
const leastSimilarity = 0.1;

/** What the nearest contexts say of a preference. */
export interface Vote {
  /** From −1 (it failed in all of them) to 1 (it held in all of them); 0 where they are silent. */
  readonly said: number;
  /** Similarity of the nearest context it held in; −1 where there is none. */
  readonly nearest: number;
  /** Whether it held in the nearest one, or in enough of them, and failed in fewer. */
  readonly isNear: boolean;
}

/** The nearest contexts of a place. */
export interface Neighbourhood {
  vote(preference: Preference): Vote;
}

/** The five nearest contexts that were learned from, weighted by their cosine similarity. */
export async function neighbourhood(vector: ContextVector, memory: Memory): Promise<Neighbourhood> {
  const found = (await memory.nearest(vector, neighbours)).filter(
    ({ similarity }) => similarity >= leastSimilarity,
  );
  const weights = new Map(found.map(({ episode, similarity }) => [episode.id, similarity]));
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const first = found[0]?.episode.id;
  return {
    vote({ evidence }) {
      let held = 0;
      let failed = 0;
      let nearest = -1;
      let isFirst = false;
      // An episode that was learned from again may have said two things; the later one counts.
      const words = new Map(evidence.map(({ episodeId, says }) => [episodeId, says]));
      for (const [episodeId, says] of words) {
        const weight = weights.get(episodeId);
        if (weight === undefined) continue;
        if (says === 'supports' || says === 'confirms') {
          held += weight;
          nearest = Math.max(nearest, weight);
          isFirst ||= episodeId === first;
        } else failed += weight;
      }
      return {
        said: all === 0 ? 0 : (held - failed) / all,
        nearest,
        isNear: held > failed && (isFirst || held >= enough * all),
      };
    },
  };
}
