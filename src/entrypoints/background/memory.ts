import { createVectorIndex, type VectorIndex } from '../../embeddings/vector-index.ts';
import type { Memory, Neighbour } from '../../learning/ports.ts';
import type { ContextVector } from '../../learning/types.ts';
import type { Store } from '../../store/types.ts';

/** The memory of what was learned, over the store. Vectors are read once for each encoder. */
export interface StoredMemory extends Memory {
  /** Reads the vectors anew at the next question. */
  forget(): void;
  /** An episode and its vector were stored: no need to read all the others again. */
  added(episodeId: string, vector: ContextVector): void;
}

/** `encoderId` names the encoder in use; the vectors of any other are let go. */
export function createMemory(store: Store, encoderId: () => string): StoredMemory {
  const indexes = new Map<string, Promise<VectorIndex>>();

  const indexFor = (encoder: string, width?: number): Promise<VectorIndex> => {
    for (const other of indexes.keys()) {
      if (other !== encoder && other !== encoderId()) indexes.delete(other);
    }
    const known = indexes.get(encoder);
    if (known) return known;
    const loading = load(store, encoder, width);
    indexes.set(encoder, loading);
    // Whoever asked is told of the failure; the next one tries again.
    loading.catch(() => {
      if (indexes.get(encoder) === loading) indexes.delete(encoder);
    });
    return loading;
  };

  return {
    async nearest(vector, k) {
      return nearestLearned(
        store,
        await indexFor(vector.encoder, vector.values.length),
        vector.values,
        k,
      );
    },

    async neighboursOf(episodeId, k) {
      const index = await indexFor(encoderId());
      const own = index.vector(episodeId);
      if (!own) return [];
      const found = await nearestLearned(store, index, own, k + 1);
      return found.filter(({ episode }) => episode.id !== episodeId).slice(0, k);
    },

    preferences: () => store.preferences(),

    forget: () => indexes.clear(),

    added(episodeId, vector) {
      const encoder = vector.encoder;
      const refresh = (): void => void indexes.delete(encoder);
      // Where nothing was read yet, the store already has this vector too.
      indexes
        .get(encoder)
        ?.then((index) => index.put(episodeId, vector.values))
        .catch(refresh);
    },
  };
}

/** A stored vector of another length can be compared with nothing, so it is left out. */
async function load(store: Store, encoder: string, width?: number): Promise<VectorIndex> {
  const index = createVectorIndex();
  const vectors = await store.vectors(encoder);
  const usual = width ?? usualLength([...vectors.values()]);
  index.takeAll(new Map([...vectors].filter(([, values]) => values.length === usual)));
  // Not waited for: it is for the next start.
  void store.packVectors(encoder).catch((thrown: unknown) => {
    console.warn('Vectors are still read one by one.', thrown);
  });
  return index;
}

function usualLength(vectors: readonly Float32Array[]): number {
  const counts = new Map<number, number>();
  for (const { length } of vectors) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

/**
 * Drafts that were never sent have vectors too, so we look further until `k` learned episodes are
 * found, and past all that are as near as the last of them: among those the newer one counts.
 */
async function nearestLearned(
  store: Store,
  index: VectorIndex,
  values: Float32Array,
  k: number,
): Promise<readonly Neighbour[]> {
  if (k < 1) return [];
  const learned: Neighbour[] = [];
  const seen = new Set<string>();
  for (let reach = k * 2; ; reach *= 2) {
    const hits = index.nearest(values, reach);
    const fresh = hits.filter(({ id }) => !seen.has(id));
    const read = await store.episodesOf(fresh.map(({ id }) => id));
    const episodes = new Map(read.map((episode) => [episode.id, episode]));
    for (const { id, similarity } of fresh) {
      seen.add(id);
      const episode = episodes.get(id);
      if (episode?.standing) learned.push({ episode, similarity });
    }
    const farthest = hits.at(-1)?.similarity ?? -1;
    const kth = learned[k - 1]?.similarity ?? Number.NEGATIVE_INFINITY;
    if (hits.length < reach || kth > farthest) break;
  }
  learned.sort((a, b) => b.similarity - a.similarity || b.episode.at - a.episode.at);
  return learned.slice(0, k);
}
