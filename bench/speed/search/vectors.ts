import { drawing } from '../../drawing.ts';

export const dimensions = 384;

/**
 * Vectors of length 1 in as many heaps as a mailbox has kinds of mail, the way encoders put them: near
 * their own kind, and not spread evenly. From a seed.
 */
export function drawVectors(count: number, seed: number): Float32Array[] {
  const { below } = drawing(seed);
  const number = (): number => below(2_000_001) / 1_000_000 - 1;
  const vector = (): number[] => Array.from({ length: dimensions }, number);
  const heaps = Array.from({ length: 200 }, vector);
  return Array.from({ length: count }, () => {
    const heap = heaps[below(heaps.length)] ?? [];
    const values = heap.map((value) => value + 0.8 * number());
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  });
}
