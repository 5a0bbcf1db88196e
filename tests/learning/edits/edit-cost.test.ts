import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editCost, words } from '../../../src/learning/edits/edit-cost.ts';
import { wordDistance } from '../../../src/learning/edits/word-distance.ts';

/** Short texts of few words, so that they share some; with what tends to break word counting. */
const text = fc
  .array(
    fc.constantFrom('a', 'b', 'Ann', '.', ',', ' ', '\n', '🙂', '👩‍💻', '日本', 'don’t', '\uD800'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(' '));

function textbook(left: readonly string[], right: readonly string[]): number {
  const table = left.map(() => right.map(() => 0));
  const at = (row: number, column: number): number =>
    row < 0 ? column + 1 : column < 0 ? row + 1 : (table[row]?.[column] ?? 0);
  for (const [row, word] of left.entries()) {
    for (const [column, other] of right.entries()) {
      const cell = Math.min(
        at(row - 1, column - 1) + (word === other ? 0 : 1),
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
      );
      const cells = table[row];
      if (cells) cells[column] = cell;
    }
  }
  return at(left.length - 1, right.length - 1);
}

describe('words', () => {
  test('punctuation counts, white space does not', () => {
    expect(words(' Hi Ann,\n\n I don’t know. ')).toEqual([
      'Hi',
      'Ann',
      ',',
      'I',
      'don’t',
      'know',
      '.',
    ]);
  });

  test('nothing but white space is left out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (any) => {
        expect(words(any).join('').replace(/\s/gu, '')).toBe(any.replace(/\s/gu, ''));
      }),
    );
  });

  test('a text without any space is cut without tearing a letter', () => {
    const found = words('🙂'.repeat(3_000));
    expect(found).toHaveLength(3_000);
    expect(new Set(found)).toEqual(new Set(['🙂']));
  });

  test('a very long line takes no quadratic time', () => {
    const line = 'some words of a mail that never ends, ';
    expect(words(line.repeat(5_000))).toHaveLength(9 * 5_000);
  }, 2_000);
});

describe('edit cost', () => {
  test('counts changed words', () => {
    expect(editCost('Dear Ann, please call.', 'Hi Ann, call.')).toEqual({
      words: 2,
      normalised: 2 / 6,
    });
  });

  test('two empty texts cost nothing, one costs all of the other', () => {
    expect(editCost('', ' \n ')).toEqual({ words: 0, normalised: 0 });
    expect(editCost('', 'Thank you')).toEqual({ words: 2, normalised: 1 });
  });

  test('equals the textbook', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(editCost(one, other).words).toBe(textbook(words(one), words(other)));
      }),
    );
  });

  test('equals the textbook also where 32 rows at a time do not do', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 150, size: 'max' });
    fc.assert(
      fc.property(list, list, (one, other) => {
        expect(wordDistance(one, other)).toBe(textbook(one, other));
      }),
    );
    for (const rows of [31, 32, 33, 63, 64, 65, 96]) {
      const one = Array.from({ length: rows }, (_, at) => `${at % 7}`);
      const other = one.map((word, at) => (at % 5 === 0 ? 'x' : word)).slice(1, -1);
      for (const [a, b] of [
        [one, ['x', ...other]],
        [['x', ...other], one],
      ] as const) {
        expect(wordDistance(a, b)).toBe(textbook(a, b));
      }
    }
  });

  test('is a distance: identity, symmetry, triangle, bound', () => {
    fc.assert(
      fc.property(text, text, text, (one, other, third) => {
        expect(editCost(one, one).words).toBe(0);
        const cost = editCost(one, other);
        expect(editCost(other, one)).toEqual(cost);
        expect(cost.words).toBeLessThanOrEqual(
          editCost(one, third).words + editCost(third, other).words,
        );
        expect(cost.words).toBeLessThanOrEqual(Math.max(words(one).length, words(other).length));
        expect(cost.normalised).toBeGreaterThanOrEqual(0);
        expect(cost.normalised).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('tells more than 65,536 different words apart', () => {
    const many = Array.from({ length: 66_000 }, (_, index) => index.toString(36));
    const others = many.map((word) => `${word}x`);
    expect(wordDistance(many, [...others.slice(0, 65_990), ...many.slice(65_990)])).toBe(65_990);
  });
});
