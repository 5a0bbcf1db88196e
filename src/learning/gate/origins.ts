import type { Edit } from '../ports.ts';
import type { Origin, OriginSpan } from '../types.ts';
import { isCommon } from './common-words.ts';
import { roughStem, runLength, runsOf, spelledWords } from './spelled.ts';

/** Whose the words of an edit are, in small letters. */
export interface TextOrigins {
  /** Words that the user added themselves: the final text has more of them than the draft. */
  readonly typed: ReadonlySet<string>;
  /** Words of the draft that the user let stand. */
  readonly kept: ReadonlySet<string>;
  /** Words of the mail that is answered, of its sender's name and of its subject. */
  readonly received: ReadonlySet<string>;
  /** The same by their `roughStem`, and what they are without digits: "base" of "base64". */
  readonly receivedStems: ReadonlySet<string>;
  /** Four words in a row of what was received, taken out or put there by nobody's hand. */
  readonly foreignRuns: ReadonlySet<string>;
  /** Draft and final text as the words of them that were not copied, spaced; a bar where something is left out. */
  readonly ownDraft: string;
  readonly ownFinal: string;
  /** Whether the user added or took out anything at all. */
  readonly hasUserEdit: boolean;
}

/** Words in a row, all of them common, from which on they were copied too: nobody hits on so many. */
const commonRow = 8;

/**
 * Whose the words of an edit are. Without `spans` what is new in the final text counts as typed, but for
 * four words in a row that stand in the received mail as well, and for lines marked as quoted: those were
 * copied. What `spans` call anything but typed never counts as the user's.
 */
export function originsOf(edit: Edit, spans: readonly OriginSpan[] = []): TextOrigins {
  const { context, draft, final } = edit;
  const receivedText = [
    context.incoming?.text ?? '',
    context.incoming?.from.name ?? '',
    context.subject,
  ];
  const receivedRuns = new Set(receivedText.flatMap((text) => runsOf(spelledWords(text))));
  const foreign = spans.filter(({ origin }) => isForeign(origin));
  const own = spelledWords(without(final, foreign));
  const draftWords = spelledWords(draft);
  const isTypedForSure = spans.some(({ origin }) => origin === 'typed');
  const unquoted = spelledWords(without(final, foreign).replace(/^[ \t]*>.*$/gmu, ' '));
  const ownFinal = isTypedForSure ? [own] : uncopied(unquoted, receivedRuns);
  const draftCounts = counted(draftWords);
  const finalRuns = new Set(runsOf(own));
  const typed = new Set(
    [...counted(ownFinal.flat())].flatMap(([word, count]) =>
      count > (draftCounts.get(word) ?? 0) ? [word] : [],
    ),
  );
  const received = new Set(receivedText.flatMap(spelledWords));
  const finalWords = new Set(spelledWords(final));
  return {
    typed,
    kept: new Set(draftWords.filter((word) => finalWords.has(word) && !typed.has(word))),
    received,
    receivedStems: new Set([...received].flatMap(withoutDigits).map(roughStem)),
    foreignRuns: new Set([
      ...receivedRuns,
      ...runsOf(draftWords).filter((run) => !finalRuns.has(run)),
      ...foreign.flatMap(({ start, end }) => runsOf(spelledWords(final.slice(start, end)))),
    ]),
    ownDraft: barred(uncopied(draftWords, receivedRuns)),
    ownFinal: barred(ownFinal),
    hasUserEdit: foreign.length === 0 || own.join(' ') !== draftWords.join(' '),
  };
}

/** A word, and the letters of one that has digits. */
const withoutDigits = (word: string): readonly string[] =>
  /\p{N}/u.test(word) ? [word, ...(word.match(/\p{L}{3,}/gu) ?? [])] : [word];

/** Whether nobody typed it, and it was not the draft's either. */
export const isForeign = (origin: Origin): boolean => origin !== 'typed' && origin !== 'draft';

/** A text with a blank in the place of each stretch. */
export function without(text: string, spans: readonly OriginSpan[]): string {
  return spans
    .toSorted((one, other) => other.start - one.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}

/** What is left of the words, piece by piece, where stretches made of `runs` that say something are cut out. */
function uncopied(words: readonly string[], runs: ReadonlySet<string>): string[][] {
  const pieces: string[][] = [];
  let own: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = copiedUpTo(words, at, runs);
    if (end > at) {
      pieces.push(own);
      own = [];
      at = end;
    } else own.push(...words.slice(at, ++at));
  }
  return [...pieces, own].filter(({ length }) => length > 0);
}

/** Where the copied stretch ends that begins at `at`; `at` where none does. */
function copiedUpTo(words: readonly string[], at: number, runs: ReadonlySet<string>): number {
  let end = at;
  while (hasRunAt(words, end, runs)) end++;
  if (end === at) return at;
  end += runLength - 1;
  const isSaying = end - at >= commonRow || !words.slice(at, end).every(isCommon);
  return isSaying ? end : at;
}

const hasRunAt = (words: readonly string[], at: number, runs: ReadonlySet<string>): boolean =>
  runs.has(words.slice(at, at + runLength).join(' '));

const barred = (pieces: readonly (readonly string[])[]): string =>
  ` ${pieces.map((words) => words.join(' ')).join(' | ')} `;

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
