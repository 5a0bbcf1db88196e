import { direct, gist, spelledOut, withoutSmileys } from './wording.ts';

/** A sentence of the final text and the one of the draft it was made from; `null`: it is new. */
export interface SentencePair {
  readonly before: string | null;
  readonly after: string;
}

/** Two sentences with at least this share of common words are one that was reworded. */
const alike = 0.5;

/** The sentences of a final text that are worded otherwise than in the draft, manner aside. */
export function paired(before: readonly string[], after: readonly string[]): SentencePair[] {
  const had = new Set(before.map(gist));
  const has = new Set(after.map(gist));
  const gone = before.filter((sentence) => !has.has(gist(sentence)));
  return after
    .filter((sentence) => !had.has(gist(sentence)))
    .map((sentence) => {
      const best = gone
        .map((other) => ({ other, share: commonShare(other, sentence) }))
        .reduce<{ other: string; share: number } | null>(
          (top, next) => (next.share > (top?.share ?? 0) ? next : top),
          null,
        );
      return { before: best && best.share >= alike ? best.other : null, after: sentence };
    });
}

function commonShare(one: string, other: string): number {
  const mine = wordsOf(one);
  const theirs = wordsOf(other);
  const common = mine.filter((word) => theirs.includes(word)).length;
  return common / Math.max(1, mine.length, theirs.length);
}

/** More words than these in one place are something else said, not a word for a word. */
const mostWords = 2;

/** The words, in small letters, that were put in the place of others. */
export function exchangedWords(before: string, after: string): { from: string; to: string }[] {
  const left = wordsOf(before);
  const right = wordsOf(after);
  const found: { from: string; to: string }[] = [];
  let atLeft = 0;
  let atRight = 0;
  for (const [toLeft, toRight] of [...common(left, right), [left.length, right.length] as const]) {
    const from = left.slice(atLeft, toLeft);
    const to = right.slice(atRight, toRight);
    const isExchange = from.length > 0 && to.length > 0;
    if (isExchange && from.length <= mostWords && to.length <= mostWords) {
      found.push({ from: from.join(' '), to: to.join(' ') });
    }
    atLeft = toLeft + 1;
    atRight = toRight + 1;
  }
  return found;
}

const wordsOf = (sentence: string): string[] =>
  direct(spelledOut(withoutSmileys(sentence)))
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Places of a longest common subsequence. */
function common(left: readonly string[], right: readonly string[]): [number, number][] {
  const rows = left.length + 1;
  const columns = right.length + 1;
  const lengths = new Uint16Array(rows * columns);
  const at = (row: number, column: number): number => lengths[row * columns + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * columns + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const places: [number, number][] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) places.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return places;
}
