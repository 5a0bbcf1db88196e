import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { scanFile, scanSource } from '../../../scripts/scan/assemble.ts';
import { createFastRows } from '../../../src/embeddings/scan/fast-rows.ts';
import { createPlainRows } from '../../../src/embeddings/scan/plain-rows.ts';
import { type ByteRows, rowsAtOnce } from '../../../src/embeddings/scan/rows.ts';

function productsOf(rows: ByteRows, query: Int8Array, count: number): number[] {
  const all: number[] = [];
  const everything = (): number => -Infinity;
  rows.scan(query, count, everything, (row, product) => {
    expect(row).toBe(all.length);
    all.push(product);
  });
  return all;
}

function fastRows(width: number): ByteRows {
  const rows = createFastRows(width);
  if (!rows) throw new Error('This Node runs no WebAssembly with SIMD.');
  return rows;
}

const kinds = [
  ['WebAssembly', fastRows],
  ['plain code', createPlainRows],
] as const;

describe.each(kinds)('rows in %s', (_, open) => {
  test('are multiplied with a query of any width', () => {
    const bytes = (width: number): fc.Arbitrary<Int8Array> =>
      fc.int8Array({ minLength: width, maxLength: width, min: -127, max: 127 });
    const table = fc
      .integer({ min: 1, max: 70 })
      .chain((width) => fc.tuple(bytes(width), fc.array(bytes(width), { maxLength: 40 })));
    fc.assert(
      fc.property(table, ([query, all]) => {
        const rows = open(query.length);
        rows.makeRoom(all.length);
        for (const [row, values] of all.entries()) rows.set(row, values, 1);
        const expected = all.map((values) =>
          values.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
        );
        expect(productsOf(rows, query, all.length)).toEqual(expected);
      }),
    );
  });

  test('reach the largest product there is', () => {
    const rows = open(384);
    rows.makeRoom(2);
    rows.set(0, new Int8Array(384).fill(127), 1);
    rows.set(1, new Int8Array(384).fill(-127), 1);
    const whole = 384 * 127 * 127;
    expect(productsOf(rows, new Int8Array(384).fill(127), 2)).toEqual([whole, -whole]);
  });

  test('stay when room is made for more, many times over, and can be copied', () => {
    const rows = open(3);
    const count = rowsAtOnce * 2 + 5;
    for (let row = 0; row < count; row += 1) {
      rows.makeRoom(row + 1);
      rows.set(row, Int8Array.of(row % 100, 1, 0), 1);
    }
    rows.copy(count - 1, 0);
    const expected = Array.from({ length: count }, (_, row) => (row % 100) + 2);
    expected[0] = expected.at(-1) ?? Number.NaN;
    expect(productsOf(rows, Int8Array.of(1, 2, 3), count)).toEqual(expected);
  });

  test('are left out where their product times their scale is below what is wanted', () => {
    const table = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 0.5, 2)), {
      maxLength: 40,
    });
    const wanted = fc.constantFrom(-9, -1, 0, 0.5, 4, Infinity, Number.NaN);
    fc.assert(
      fc.property(table, wanted, (all, least) => {
        const rows = open(2);
        rows.makeRoom(Math.max(1, all.length));
        for (const [row, [value, scale]] of all.entries())
          rows.set(row, Int8Array.of(0, value), scale);
        if (all.length > 1) rows.copy(all.length - 1, 0);
        const [last] = all.slice(-1);
        const now = last ? [last, ...all.slice(1)] : all;
        const found: number[][] = [];
        rows.scan(
          Int8Array.of(5, 3),
          all.length,
          () => least,
          (row, product) => void found.push([row, product]),
        );
        // Nothing is below what is no number.
        const expected = now.flatMap(([value, scale], row) =>
          value * 3 * scale < least ? [] : [[row, value * 3 + 0]],
        );
        expect(found).toEqual(expected);
      }),
    );
  });

  test('that are none give nothing', () => {
    expect(productsOf(open(3), Int8Array.of(1, 2, 3), 0)).toEqual([]);
  });
});

describe('where no WebAssembly runs', () => {
  test.each([WebAssembly.CompileError, WebAssembly.LinkError])(
    'there are no fast rows: %o',
    (Kind) => {
      const refused = vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
        throw new Kind('not here');
      });
      expect(createFastRows(3)).toBeUndefined();
      refused.mockRestore();
      expect(createFastRows(3)).toBeDefined();
    },
  );
});

test('the module in the code is the one that is written in scan.wat', async () => {
  expect(await readFile(scanFile, 'utf8')).toBe(await scanSource());
});
