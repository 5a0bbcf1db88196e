import { specialTokens, words } from './tokenizer.ts';

/**
 * One row of `size` numbers a token. A word's row is the sum of fixed random rows of the words that
 * stand with it in a line, weighted by how much more often they do than by chance (random indexing
 * over positive pointwise mutual information), and of its own; rare words weigh more. Special tokens
 * are short: enough for an empty text to have a direction, too little to pull all texts together.
 */
export function wordVectors(
  lines: readonly string[],
  vocabulary: readonly string[],
  size: number,
): Float32Array {
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const texts = lines.map((line) =>
    [...new Set(words(line))].flatMap((word) => ids.get(word) ?? []),
  );
  const inLines = new Map<number, number>();
  for (const id of texts.flat()) inLines.set(id, (inLines.get(id) ?? 0) + 1);
  const random = randomRows(vocabulary.length, size);
  const vectors = new Float32Array(vocabulary.length * size);

  for (const id of vocabulary.keys()) {
    const row = vectors.subarray(id * size, (id + 1) * size);
    if (id < specialTokens.length) {
      add(row, random(id), 0.1);
      continue;
    }
    for (const [other, together] of neighbours(id, texts)) {
      const expected = ((inLines.get(id) ?? 0) * (inLines.get(other) ?? 0)) / texts.length;
      add(row, random(other), Math.max(0, Math.log(together / expected)));
    }
    scale(row, 1);
    add(row, random(id), 0.5);
    scale(row, Math.log(1 + texts.length / (1 + (inLines.get(id) ?? texts.length / 4))));
  }
  return vectors;
}

/** How many lines each other token shares with this one. */
function neighbours(id: number, texts: readonly (readonly number[])[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const text of texts) {
    if (!text.includes(id)) continue;
    for (const other of text) if (other !== id) found.set(other, (found.get(other) ?? 0) + 1);
  }
  return found;
}

/** Rows of plus and minus one, the same in every build (a linear congruential generator). */
function randomRows(rows: number, size: number): (row: number) => Float32Array {
  let state = 42;
  const signs = Float32Array.from({ length: rows * size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >= 2 ** 31 ? 1 : -1) / Math.sqrt(size);
  });
  return (row) => signs.subarray(row * size, (row + 1) * size);
}

function add(row: Float32Array, other: Float32Array, weight: number): void {
  for (const [at, value] of other.entries()) row[at] = (row[at] ?? 0) + weight * value;
}

/** Makes the row this long; a row of zeros stays one. */
function scale(row: Float32Array, length: number): void {
  const now = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  if (now === 0) return;
  for (const [at, value] of row.entries()) row[at] = (value / now) * length;
}
