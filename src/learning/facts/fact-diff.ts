import DiffMatchPatch from 'diff-match-patch';
import { asUnits } from '../edits/as-units.ts';
import type { Span } from '../edits/spans.ts';

/** A piece of two texts: what both have, or a changed place with its two sides. */
interface Piece extends Span {
  readonly isSame: boolean;
}

/** A word or sign, and the white space before it. */
interface Token {
  readonly gap: string;
  readonly text: string;
}

/** More tokens than this are not compared one by one: the time grows with their square. */
const maxTokens = 6_000;
const { DIFF_DELETE, DIFF_INSERT } = DiffMatchPatch;

/** Addresses, numbers with their half of the day, emoji and words are whole; any other sign alone. */
const token = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)\S*[^\s.,;:!?)]`,
    String.raw`[^\s<>"@,;:()]{1,64}@[^\s<>"@,;:()]{1,200}\.\p{L}+`,
    String.raw`\p{N}+(?:[.,:’'-]?\p{N}+)*\p{L}*(?:\s?[ap]\.?m(?!\p{L})\.?)?`,
    String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]`,
    String.raw`[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*`,
    String.raw`(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F)+`,
    String.raw`\S`,
  ].join('|'),
  'giu',
);

/**
 * The difference of two texts in whole words, finer than the one for people: a word between two
 * changes parts them, so that one of them can be a fact and the other style. Both sides of all pieces
 * joined are the texts again.
 */
export function factDiff(before: string, after: string): Piece[] {
  const left = tokens(before);
  const right = tokens(after);
  const units =
    left.length + right.length <= maxTokens ? asUnits(left.map(textOf), right.map(textOf)) : null;
  if (units === null) return [{ before, after, isSame: before === after }];
  const engine = new DiffMatchPatch();
  // No time limit: the result must not depend on how fast the machine is.
  engine.Diff_Timeout = 0;
  const pieces: Piece[] = [];
  let atLeft = 0;
  let atRight = 0;
  for (const [operation, { length }] of engine.diff_main(units.left, units.right, false)) {
    const one = operation === DIFF_INSERT ? [] : left.slice(atLeft, atLeft + length);
    const other = operation === DIFF_DELETE ? [] : right.slice(atRight, atRight + length);
    atLeft += one.length;
    atRight += other.length;
    if (operation === DIFF_INSERT || operation === DIFF_DELETE) {
      pieces.push({ before: whole(one), after: whole(other), isSame: false });
    } else pieces.push(...one.flatMap((each, at) => same(each, other[at] ?? each)));
  }
  return joined(pieces);
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    found.push({ gap: text.slice(end, match.index), text: match[0] });
    end = match.index + match[0].length;
  }
  // What the text ends with belongs to no word; both texts have this last token.
  return [...found, { gap: text.slice(end), text: '' }];
}

const textOf = ({ text }: Token): string => text;
const whole = (run: readonly Token[]): string => run.map(({ gap, text }) => gap + text).join('');

/** A word that both have; the space before it may still be another. */
function same(one: Token, other: Token): Piece[] {
  return [
    { before: one.gap, after: other.gap, isSame: one.gap === other.gap },
    { before: one.text, after: other.text, isSame: true },
  ];
}

/** Changes in a row as one, with the spaces and signs between two of them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of runs(pieces)) {
    const [last, between] = found.slice(-2);
    if (last && between && !piece.isSame && !last.isSame && isMerelyBetween(between.after)) {
      found.splice(-2, 2, together([last, between, piece]));
    } else found.push(piece);
  }
  return found;
}

/** Pieces of one kind in a row as one. */
function runs(pieces: readonly Piece[]): Piece[] {
  const found: Piece[][] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.before + piece.after === '') continue;
    if (last?.[0]?.isSame === piece.isSame) last.push(piece);
    else found.push([piece]);
  }
  return found.map(together);
}

const together = (pieces: readonly Piece[]): Piece => ({
  before: pieces.map(({ before }) => before).join(''),
  after: pieces.map(({ after }) => after).join(''),
  isSame: pieces.every(({ isSame }) => isSame),
});

/** Whether no word and no end of a sentence stands between two changes. */
function isMerelyBetween(between: string): boolean {
  return !/[\p{L}\p{N}\n]|[.!?…。！？](?:\s|$)/u.test(between);
}
