import type { OriginSpan } from '../types.ts';
import { type PlacedWord, placedWords } from './spelled.ts';

/** Words in a row of a pasted text by which it is known again after the user worked on it. */
const fewestWords = 3;
/** Of one final text. */
const mostSpans = 200;

/**
 * The stretches of a final text that came from texts which were pasted or dropped: whole ones, and from
 * three words in a row on what is left of one. What stood in the draft already is the draft's. In their
 * order, none over another, at most 200.
 */
export function pastedSpans(
  final: string,
  draft: string,
  pasted: readonly string[],
): readonly OriginSpan[] {
  if (pasted.length === 0) return [];
  const words = placedWords(final);
  const drafted = ` ${placedWords(draft)
    .map(({ word }) => word)
    .join(' ')} `;
  const isPasted = new Set<number>();
  for (const text of pasted) {
    for (const [from, length] of shared(words, placedWords(text))) {
      const said = words.slice(from, from + length).map(({ word }) => word);
      if (drafted.includes(` ${said.join(' ')} `)) continue;
      for (let step = 0; step < length; step++) isPasted.add(from + step);
    }
  }
  return joined(words, isPasted).slice(0, mostSpans);
}

/** Where the longest runs of `other` begin in `words`, and how many words they have. */
function shared(
  words: readonly PlacedWord[],
  other: readonly PlacedWord[],
): readonly (readonly [from: number, length: number])[] {
  const fewest = Math.min(fewestWords, other.length);
  const places = new Map<string, number[]>();
  for (const [at, { word }] of other.entries()) {
    places.set(word, [...(places.get(word) ?? []), at]);
  }
  const found: [number, number][] = [];
  for (let from = 0; from < words.length; ) {
    const starts = places.get(words[from]?.word ?? '') ?? [];
    const longest = Math.max(0, ...starts.map((at) => sameFrom(words, from, other, at)));
    if (fewest > 0 && longest >= fewest) found.push([from, longest]);
    from += longest >= fewest ? Math.max(1, longest) : 1;
  }
  return found;
}

function sameFrom(
  words: readonly PlacedWord[],
  from: number,
  other: readonly PlacedWord[],
  at: number,
): number {
  let length = 0;
  while (from + length < words.length && words[from + length]?.word === other[at + length]?.word) {
    length++;
  }
  return length;
}

/** Neighbouring words are one stretch, with what stands between them. */
function joined(words: readonly PlacedWord[], isPasted: ReadonlySet<number>): OriginSpan[] {
  const spans: OriginSpan[] = [];
  for (const [at, { start, end }] of words.entries()) {
    if (!isPasted.has(at)) continue;
    const open = isPasted.has(at - 1) ? spans.pop() : undefined;
    spans.push({ start: open?.start ?? start, end, origin: 'pasted' });
  }
  return spans;
}
