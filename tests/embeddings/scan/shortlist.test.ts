import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantise } from '../../../src/embeddings/scan/quantise.ts';
import { createShortlist } from '../../../src/embeddings/scan/shortlist.ts';

const range = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.nat(8))
  .map(([lowest, wide]) => ({ lowest, highest: lowest + wide }));

test('keeps the rows of which fewer than k others are certainly higher, and no others', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (all, k) => {
      const shortlist = createShortlist(k);
      for (const [row, { lowest, highest }] of all.entries()) shortlist.add(row, lowest, highest);
      const kept = [...all.keys()].filter((row) => {
        const { highest } = all[row] ?? { highest: Number.NaN };
        return all.filter(({ lowest }) => lowest > highest).length < k;
      });
      expect(shortlist.rows()).toEqual(kept);
    }),
  );
});

test('holds few rows at a time, also where each is more similar than the one before', () => {
  const shortlist = createShortlist(3);
  for (let row = 0; row < 50_000; row += 1) shortlist.add(row, row, row + 5);
  expect(shortlist.rows()).toEqual([
    49_992, 49_993, 49_994, 49_995, 49_996, 49_997, 49_998, 49_999,
  ]);
  expect(shortlist.floor()).toBe(49_997);
});

const numbers = fc
  .array(fc.float({ noNaN: true, min: -2, max: 2 }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values));

test('the product of rounded vectors is off by no more than their lengths say', () => {
  const exact = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
    Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  fc.assert(
    fc.property(fc.tuple(numbers, numbers), ([one, two]) => {
      const a = quantise(one.slice(0, two.length));
      const b = quantise(two.slice(0, one.length));
      const about = exact(a.bytes, b.bytes) * a.scale * b.scale;
      const off = (a.length + a.error) * b.error + a.error * b.length;
      expect(Math.abs(about - exact(one, two))).toBeLessThanOrEqual(off + 1e-6);
    }),
    { numRuns: 500 },
  );
});
