import DiffMatchPatch from 'diff-match-patch';
import { asUnits } from './as-units.ts';
import { words } from './edit-cost.ts';
import { segments } from './segments.ts';

/** A stretch of text that both sides have (`same`), that only the first has, or only the second. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One changed place: what stood there (empty: something was added) and what stands there now. */
export interface Span {
  readonly before: string;
  readonly after: string;
}

/** More tokens than this are not compared one by one: the time grows with their square. */
const maxTokens = 6_000;

/** Lines with fewer words are kept by chance, or say nothing alone ("Best,"): what is around them goes first. */
const keptWords = 5;

const { DIFF_DELETE, DIFF_INSERT } = DiffMatchPatch;

/**
 * The difference of two texts in whole words, for people: few, readable stretches rather than the
 * smallest difference, and a line that was kept stays in one piece. The `same` and `removed` ones joined
 * are `before`, the `same` and `added` ones joined are `after`.
 */
export function wordDiff(before: string, after: string): Stretch[] {
  const byLine = tokenDiff(lines(before), lines(after), 'smallest');
  if (!byLine) return replaced(before, after);
  const stretches: Stretch[] = [];
  let apart = { before: '', after: '' };
  const closePlace = (): void => {
    stretches.push(...changedPlace(apart.before, apart.after));
    apart = { before: '', after: '' };
  };
  for (const stretch of byLine) {
    const { kind, text } = stretch;
    if (kind === 'same' && words(text).length >= keptWords) {
      closePlace();
      stretches.push(stretch);
    } else {
      apart = {
        before: kind === 'added' ? apart.before : apart.before + text,
        after: kind === 'removed' ? apart.after : apart.after + text,
      };
    }
  }
  closePlace();
  return joined(stretches);
}

/** The changed places of an edit in order, in whole words. */
export function changedSpans(draft: string, final: string): Span[] {
  const spans: Span[] = [];
  let open = { before: '', after: '' };
  const close = (): void => {
    if (open.before !== '' || open.after !== '') spans.push(open);
    open = { before: '', after: '' };
  };
  for (const { kind, text } of wordDiff(draft, final)) {
    if (kind === 'same') close();
    else if (kind === 'removed') open = { ...open, before: open.before + text };
    else open = { ...open, after: open.after + text };
  }
  close();
  return spans;
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/u);
}

/** What stands between two kept lines, word by word where it is not endless. */
function changedPlace(before: string, after: string): readonly Stretch[] {
  for (const tokens of [segments, lines]) {
    const stretches = tokenDiff(tokens(before), tokens(after), 'readable');
    if (stretches) return stretches;
  }
  return replaced(before, after);
}

function replaced(before: string, after: string): Stretch[] {
  if (before === after) return [{ kind: 'same', text: before }];
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = all.at(-1);
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text };
    else if (text !== '') all.push({ kind, text });
  }
  return all;
}

/** `readable`: what is kept by chance between two changes goes with them. `null` for endless texts. */
function tokenDiff(
  left: readonly string[],
  right: readonly string[],
  wish: 'smallest' | 'readable',
): Stretch[] | null {
  const units = left.length + right.length <= maxTokens ? asUnits(left, right) : null;
  if (!units) return null;
  const engine = new DiffMatchPatch();
  // No time limit: the result must not depend on how fast the machine is.
  engine.Diff_Timeout = 0;
  const diffs = engine.diff_main(units.left, units.right, false);
  if (wish === 'readable') engine.diff_cleanupSemantic(diffs);
  let atLeft = 0;
  let atRight = 0;
  return diffs.map(([operation, { length }]): Stretch => {
    const from = operation === DIFF_INSERT ? right : left;
    const start = operation === DIFF_INSERT ? atRight : atLeft;
    if (operation !== DIFF_INSERT) atLeft += length;
    if (operation !== DIFF_DELETE) atRight += length;
    const kind =
      operation === DIFF_INSERT ? 'added' : operation === DIFF_DELETE ? 'removed' : 'same';
    return { kind, text: from.slice(start, start + length).join('') };
  });
}
