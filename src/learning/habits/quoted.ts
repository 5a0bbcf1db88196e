import type { Described, Evidence, Preference } from '../types.ts';

/** The edits behind a description, where they are known: its spans, or its evidence. */
export type Edits = Partial<Pick<Described, 'before' | 'after'> & Pick<Preference, 'evidence'>>;
type Quoting = Pick<Described, 'description'> & Edits;

/** What a description quotes, in small letters: words to write, and words to write no more. */
export interface QuotedWords {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What a description quotes, told apart by the edits it comes from. Where they are not known the first
 * quotation counts as what is written: “pls” for “please”.
 */
export function quotedWords({ description, ...behind }: Quoting): QuotedWords {
  const quotes = [
    ...new Set([...description.matchAll(/“([^”]+)”|"([^"]+)"/gu)].map(([said]) => plain(said))),
  ].filter((quote) => quote !== '');
  const edits = editsOf(behind);
  const isIn = (quote: string, here: 'before' | 'after', there: 'before' | 'after'): boolean =>
    edits.some((edit) => has(edit[here], quote) && !has(edit[there], quote));
  const written = quotes.filter((quote) => isIn(quote, 'after', 'before'));
  const removed = quotes.filter((quote) => isIn(quote, 'before', 'after'));
  const isClear =
    written.length + removed.length > 0 && !written.some((one) => removed.includes(one));
  if (isClear) return { written, removed };
  return { written: quotes.slice(0, 1), removed: quotes.slice(1) };
}

/** Whether both quote something, and want the same words instead of the same others. */
export function sameQuotes(one: Quoting, other: Quoting): boolean {
  const mine = quotedWords(one);
  const theirs = quotedWords(other);
  return (
    mine.written.length + mine.removed.length > 0 &&
    sameSet(mine.written, theirs.written) &&
    sameSet(mine.removed, theirs.removed)
  );
}

/**
 * Whether a text is written by what a description quotes, for descriptions that code does not understand
 * otherwise. `null` where nothing is quoted, or the text gives no occasion to tell.
 */
export function followsQuotes(quoting: Quoting, text: string): boolean | null {
  const { written, removed } = quotedWords(quoting);
  if (removed.some((quote) => has(text, quote))) return false;
  return written.some((quote) => has(text, quote)) ? true : null;
}

const exchanges =
  /\b(?:never|not|no|avoids?|without|swaps?|replaces?|changes?|exchanges?|turns?|instead|drops?|removes?)\b/iu;

/**
 * Whether a description has it the wrong way round: “A” instead of “B”, where the edit took out A and wrote
 * B. Models do that now and then, and who follows such a description makes the mistake again.
 */
export function isBackwards({ description, before, after }: Described): boolean {
  // "Never writes “A” instead of “B”" and "Swaps “A” for “B”" name what goes first.
  if (exchanges.test(description.split(/[“"]/u)[0] ?? '')) return false;
  const [, wanted = '', unwanted = ''] =
    /[“"]([^”"]+)[”"],? (?:instead of|rather than|for|over|(?:and )?not) [“"]([^”"]+)[”"]/u.exec(
      description,
    ) ?? [];
  const { written, removed } = quotedWords({ description, before, after });
  return removed.includes(plain(wanted)) && written.includes(plain(unwanted));
}

function editsOf({
  before,
  after,
  evidence,
}: Edits): readonly Pick<Evidence, 'before' | 'after'>[] {
  if (evidence) return evidence.filter(({ says }) => says === 'supports');
  return before || after ? [{ before: before ?? '', after: after ?? '' }] : [];
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((said) => other.includes(said));

const plain = (said: string): string =>
  said
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}&]+/gu, ' ')
    .trim();

/** As whole words. */
const has = (text: string, quote: string): boolean => ` ${plain(text)} `.includes(` ${quote} `);
