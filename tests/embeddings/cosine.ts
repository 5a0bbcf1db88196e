import type { ContextVector } from '../../src/learning/types.ts';

/** Similarity of two vectors of length 1; refuses vectors that must not be compared. */
export function cosine(one: ContextVector | undefined, two: ContextVector | undefined): number {
  if (!one || !two || one.encoder !== two.encoder) throw new Error('not comparable');
  return one.values.reduce((sum, value, at) => sum + value * (two.values[at] ?? Number.NaN), 0);
}
