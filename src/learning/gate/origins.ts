import type { Edit } from '../ports.ts';
import { isCommon } from './common-words.ts';
import { runsOf, spelledWords } from './spelled.ts';

/** Who put a stretch of the final text there. */
export type Origin = 'typed' | 'pasted' | 'draft' | 'quoted' | 'programmatic';

/** A stretch of the final text, in UTF-16 units from `start` up to `end`, and who put it there. */
export interface OriginSpan {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
}

/** Whose the words of an edit are, in small letters. */
export interface TextOrigins {
  /** Words that the user added themselves: the final text has more of them than the draft. */
  readonly typed: ReadonlySet<string>;
  /** Words of the draft that the user let stand. */
  readonly kept: ReadonlySet<string>;
  /** Words of the mail that is answered, of its sender's name and of its subject. */
  readonly received: ReadonlySet<string>;
  /** Four words in a row of what was received, taken out or put there by nobody's hand. */
  readonly foreignRuns: ReadonlySet<string>;
  /** Whether the user added or took out anything at all. */
  readonly hasUserEdit: boolean;
}

/**
 * Whose the words of an edit are. Without `spans` what is new in the final text counts as typed, but for
 * four words in a row that stand in the received mail as well: those were copied. What `spans` call
 * anything but typed never counts as the user's.
 */
export function originsOf(edit: Edit, spans: readonly OriginSpan[] = []): TextOrigins {
  const { context, draft, final } = edit;
  const receivedText = [
    context.incoming?.text ?? '',
    context.incoming?.from.name ?? '',
    context.subject,
  ];
  const receivedRuns = new Set(receivedText.flatMap((text) => runsOf(spelledWords(text))));
  const own = spelledWords(without(final, spans, ({ origin }) => isForeign(origin)));
  const foreign = spans.filter(({ origin }) => isForeign(origin));
  const draftWords = spelledWords(draft);
  const isTypedForSure = spans.some(({ origin }) => origin === 'typed');
  const ownCounts = counted(isTypedForSure ? own : withoutRuns(own, receivedRuns));
  const draftCounts = counted(draftWords);
  const finalRuns = new Set(runsOf(own));
  const typed = new Set(
    [...ownCounts].flatMap(([word, count]) => (count > (draftCounts.get(word) ?? 0) ? [word] : [])),
  );
  const finalWords = new Set(spelledWords(final));
  return {
    typed,
    kept: new Set(draftWords.filter((word) => finalWords.has(word) && !typed.has(word))),
    received: new Set(receivedText.flatMap(spelledWords)),
    foreignRuns: new Set([
      ...receivedRuns,
      ...runsOf(draftWords).filter((run) => !finalRuns.has(run)),
      ...foreign.flatMap(({ start, end }) => runsOf(spelledWords(final.slice(start, end)))),
    ]),
    hasUserEdit: foreign.length === 0 || own.join(' ') !== draftWords.join(' '),
  };
}

const isForeign = (origin: Origin): boolean => origin !== 'typed' && origin !== 'draft';

function without(
  text: string,
  spans: readonly OriginSpan[],
  isOut: (span: OriginSpan) => boolean,
): string {
  return spans
    .filter(isOut)
    .toSorted((one, other) => other.start - one.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}

/** Without the words of each run of four that is among `runs` and says something. */
function withoutRuns(words: readonly string[], runs: ReadonlySet<string>): string[] {
  const copied = new Set<number>();
  for (const [at, run] of runsOf(words).entries()) {
    if (!runs.has(run) || run.split(' ').every(isCommon)) continue;
    for (const step of [0, 1, 2, 3]) copied.add(at + step);
  }
  return words.filter((_, at) => !copied.has(at));
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
