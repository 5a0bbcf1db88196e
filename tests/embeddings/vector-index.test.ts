import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFastRows } from '../../src/embeddings/scan/fast-rows.ts';
import { createPlainRows } from '../../src/embeddings/scan/plain-rows.ts';
import { createVectorIndex } from '../../src/embeddings/vector-index.ts';

const width = 4;

function normalised(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Few different coordinates, so that equally near vectors are common. */
const vector = fc
  .array(fc.integer({ min: -2, max: 2 }), { minLength: width, maxLength: width })
  .filter((values) => values.some((value) => value !== 0))
  .map(normalised);
const id = fc.integer({ min: 0, max: 150 }).map(String);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: id, values: vector }) },
  { weight: 1, arbitrary: fc.record({ remove: id }) },
  { weight: 1, arbitrary: fc.record({ all: fc.array(fc.tuple(id, vector), { maxLength: 20 }) }) },
);

test('finds what brute force finds, whatever was put, replaced and removed before', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 300, size: 'max' }),
      vector,
      fc.integer({ min: 0, max: 200 }),
      (steps, query, k) => {
        const index = createVectorIndex();
        const all = new Map<string, Float32Array>();
        for (const one of steps) {
          if ('put' in one) {
            index.put(one.put, one.values);
            all.set(one.put, one.values);
          } else if ('all' in one) {
            index.takeAll(new Map(one.all));
            for (const [id, values] of one.all) all.set(id, values);
          } else {
            index.remove(one.remove);
            all.delete(one.remove);
          }
        }
        const expected = [...all]
          .map(([id, values]) => ({ id, similarity: dot(values, query) }))
          .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
        expect(index.size).toBe(all.size);
        expect(index.nearest(query, k)).toEqual(expected.slice(0, k));
        for (const [id, values] of all) expect(index.vector(id)).toEqual(values);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([1, 2, 3, 5, 7, 384, 385])('compares all of %i numbers', (length) => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), {
    minLength: length,
    maxLength: length,
    size: 'max',
  });
  fc.assert(
    fc.property(numbers, numbers, (one, two) => {
      const index = createVectorIndex();
      // Whole numbers, so that the sum is exact in any order.
      index.put('before', Float32Array.from(two));
      index.put('one', Float32Array.from(one));
      const query = Float32Array.from(two);
      const found = index.nearest(query, 2).find(({ id }) => id === 'one');
      expect(found?.similarity).toBe(dot(Float32Array.from(one), query) + 0);
    }),
    { numRuns: 20 },
  );
});

test('a vector is its own nearest neighbour', () => {
  fc.assert(
    fc.property(fc.uniqueArray(vector, { minLength: 1, comparator: 'SameValue' }), (vectors) => {
      const index = createVectorIndex();
      for (const [position, values] of vectors.entries()) index.put(String(position), values);
      for (const values of vectors) {
        expect(index.nearest(values, 1)[0]?.similarity).toBeCloseTo(1, 5);
      }
    }),
  );
});

describe('an index', () => {
  test('keeps its own copy', () => {
    const index = createVectorIndex();
    const values = normalised([1, 0]);
    index.put('a', values);
    values[0] = 0;
    expect(index.vector('a')).toEqual(normalised([1, 0]));
    index.vector('a')?.fill(0);
    expect(index.vector('a')).toEqual(normalised([1, 0]));
  });

  test('that is empty finds nothing', () => {
    const index = createVectorIndex();
    expect(index.nearest(normalised([1, 0]), 5)).toEqual([]);
    expect(index.vector('a')).toBeUndefined();
  });

  test('refuses vectors of another length and stays as it was', () => {
    const index = createVectorIndex();
    index.put('a', normalised([1, 0]));
    const longer = normalised([1, 0, 0]);
    const refusal = expect.objectContaining({
      code: 'encoder-failed',
      detail: 'a vector of 3 numbers among 2',
    });
    expect(() => index.put('b', longer)).toThrow(refusal);
    expect(() => index.nearest(longer, 1)).toThrow(refusal);
    const mixed = new Map([
      ['c', normalised([0, 1])],
      ['d', longer],
    ]);
    expect(() => index.takeAll(mixed)).toThrow(refusal);
    expect(index.nearest(normalised([1, 0]), 5)).toEqual([{ id: 'a', similarity: 1 }]);
  });
});

/** Near copies of a few, so that the bytes of most are the same and only the whole numbers differ. */
function crowd(count: number, width: number, spread: number): Float32Array[] {
  let seed = 7;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
    return seed / 2 ** 31;
  };
  const centres = Array.from({ length: 5 }, () => Array.from({ length: width }, next));
  return Array.from({ length: count }, (_, at) =>
    normalised((centres[at % 5] ?? []).map((value) => value + spread * next())),
  );
}

describe.each([
  ['with WebAssembly', createFastRows],
  ['without it', createPlainRows],
])('%s', (_, open) => {
  const openRows = (width: number) => open(width) ?? createPlainRows(width);

  test.each([1, 0.1, 0.001, 0.00001])('finds the nearest of a crowd %d apart', (spread) => {
    const all = crowd(2_500, 384, spread);
    const index = createVectorIndex(openRows);
    for (const [position, values] of all.entries()) index.put(String(position), values);
    for (const query of all.slice(0, 10)) {
      const expected = all
        .map((values, position) => ({ id: String(position), similarity: dot(values, query) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 5);
      const found = index.nearest(query, 5);
      // Sums in another order differ in the last bits, which may swap vectors that are as near.
      for (const [place, { similarity }] of found.entries()) {
        expect(similarity).toBeCloseTo(expected[place]?.similarity ?? Number.NaN, 12);
      }
    }
  });
});
