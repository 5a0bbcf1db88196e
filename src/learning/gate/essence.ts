import { wordDiff } from '../edits/spans.ts';
import type { Edit } from '../ports.ts';

/** Lines of unchanged text that are shown beside a change. */
const linesBeside = 1;

/**
 * Draft and final text with no more of the draft than the changes need: whole lines with a change in them
 * and one line on either side, the rest of what was not changed as “…” on a line of its own.
 */
export function essence({ draft, final }: Pick<Edit, 'draft' | 'final'>): {
  readonly draft: string;
  readonly final: string;
} {
  const stretches = wordDiff(draft, final);
  let before = '';
  let after = '';
  for (const [at, { kind, text }] of stretches.entries()) {
    const shown = kind === 'same' ? withoutMiddle(text, at > 0, at < stretches.length - 1) : text;
    if (kind !== 'added') before += shown;
    if (kind !== 'removed') after += shown;
  }
  return { draft: before, final: after };
}

/** Keeps what stands in the line of a change and next to it. */
function withoutMiddle(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const lines = text.split('\n');
  const blankless = (from: readonly string[]): number => {
    // Blank lines do not count as lines.
    let seen = 0;
    const at = from.findIndex((line, index) => {
      if (index > 0 && line.trim() !== '') seen++;
      return seen > linesBeside;
    });
    return at === -1 ? from.length : at;
  };
  const head = hasBefore ? blankless(lines) : 0;
  const tail = hasAfter ? blankless(lines.toReversed()) : 0;
  if (head + tail >= lines.length - 1) return text;
  return [...lines.slice(0, head), '…', ...lines.slice(lines.length - tail)].join('\n');
}
