import DiffMatchPatch from 'diff-match-patch';
import { asUnits } from './as-units.ts';
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

/** More tokens than this are compared line by line: the time grows with their square. */
const maxTokens = 6_000;

const { DIFF_DELETE, DIFF_INSERT } = DiffMatchPatch;

/**
 * The difference of two texts in whole words, for people: few, readable stretches rather than the
 * smallest difference. The `same` and `removed` ones joined are `before`, the `same` and `added` ones
 * joined are `after`.
 */
export function wordDiff(before: string, after: string): Stretch[] {
  for (const tokens of [segments, lines]) {
    const left = tokens(before);
    const right = tokens(after);
    const units = left.length + right.length <= maxTokens ? asUnits(left, right) : null;
    if (units) return tokenDiff(left, right, units);
  }
  return before === after
    ? [{ kind: 'same', text: before }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
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

function tokenDiff(
  left: readonly string[],
  right: readonly string[],
  units: { readonly left: string; readonly right: string },
): Stretch[] {
  const engine = new DiffMatchPatch();
  // No time limit: the result must not depend on how fast the machine is.
  engine.Diff_Timeout = 0;
  const diffs = engine.diff_main(units.left, units.right, false);
  engine.diff_cleanupSemantic(diffs);
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
