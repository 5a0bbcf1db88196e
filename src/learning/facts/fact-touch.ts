import { words } from '../edits/edit-cost.ts';
import type { Span } from '../edits/spans.ts';

/**
 * Whether two accounts of changed words are about the same change: one quotes, on both sides, what the
 * other says changed, whatever its case and punctuation. A change of white space alone touches nothing.
 */
export function touches(one: Span, other: Span): boolean {
  return quotes(one, other) || quotes(other, one);
}

function quotes(outer: Span, inner: Span): boolean {
  const before = phrase(inner.before);
  const after = phrase(inner.after);
  if (before + after === '') return false;
  return (
    ` ${phrase(outer.before)} `.includes(padded(before)) &&
    ` ${phrase(outer.after)} `.includes(padded(after))
  );
}

const padded = (text: string): string => (text === '' ? '' : ` ${text} `);

/** The words of a text; its signs where it has nothing else. */
function phrase(text: string): string {
  const all = words(text.toLowerCase());
  const said = all.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (said.length > 0 ? said : all).join(' ');
}
