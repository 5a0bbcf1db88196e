import type { ContextVector } from '../../src/learning/types.ts';

/** Something remembered, and how near its context is (cosine, -1 to 1). */
export interface Ranked<Item> {
  readonly item: Item;
  readonly similarity: number;
}

/** Things remembered by the vector of the context they come from. */
export interface RankedMemory<Item> {
  readonly size: number;
  add(vector: ContextVector, item: Item): void;
  /** At most `k`, nearest first; of equally near ones the one that was added later comes first. */
  nearest(vector: ContextVector, k: number): readonly Ranked<Item>[];
}

/** An empty memory that compares with every vector it holds: sixty mails need no index. */
export function createRankedMemory<Item>(): RankedMemory<Item> {
  const held: { readonly vector: ContextVector; readonly item: Item }[] = [];
  return {
    get size() {
      return held.length;
    },
    add(vector, item) {
      held.push({ vector, item });
    },
    nearest(vector, k) {
      return held
        .map(({ vector: other, item }) => ({ item, similarity: cosine(vector, other) }))
        .reverse()
        .sort((one, other) => other.similarity - one.similarity)
        .slice(0, k);
    },
  };
}

/** Similarity of two vectors of length 1. Throws for those of two encoders: they say nothing. */
export function cosine(one: ContextVector, other: ContextVector): number {
  if (one.encoder !== other.encoder) {
    throw new Error(`Vectors of ${one.encoder} and ${other.encoder} cannot be compared.`);
  }
  return one.values.reduce((sum, value, at) => sum + value * (other.values[at] ?? 0), 0);
}
