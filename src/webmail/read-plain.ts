import { canonicalLine, canonicalText } from './canonical-text.ts';
import type { Kind } from './marks.ts';
import { sortLines } from './sort-lines.ts';
import type { Body } from './types.ts';

const none: ReadonlySet<Node> = new Set();

/** A plain text message apart from its quote and signature, by patterns alone. Needs no page. */
export function readPlain(message: string): Body {
  const lines = message
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => ({ text: canonicalLine(line), first: null, last: null }));
  const kinds = sortLines(lines, none, null);
  const only = (kind: Kind): string =>
    canonicalText(lines.flatMap(({ text }, at) => (kinds[at] === kind ? [text] : [])).join('\n'));
  return { text: only('own'), quote: only('quote'), signature: only('signature') };
}
