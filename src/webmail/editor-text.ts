import { canonicalText, letters } from './canonical-text.ts';
import { isTextarea } from './reading-rules.ts';
import { joined, linesOf } from './serialize.ts';

const none: ReadonlySet<Node> = new Set();

/** Everything in an editor, quote and signature too, to see what an insertion changed. */
export function everythingIn(element: HTMLElement): string {
  return isTextarea(element) ? element.value : joined(linesOf(element, none));
}

/**
 * Whether `after` is `before` with `draft` in it once more, line for line, and with nothing else
 * changed. `replaced` is a text that should be gone. White space at the joints is not compared:
 * editors lay out blocks in their own ways.
 */
export function isInserted(before: string, after: string, draft: string, replaced = ''): boolean {
  const rows = (text: string): string =>
    `\n${canonicalText(text)
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').trim())
      .join('\n')}\n`;
  if (!rows(after).includes(rows(draft))) return false;
  const wanted = replaced === '' ? [letters(before)] : without(letters(before), letters(replaced));
  const rest = without(letters(after), letters(draft));
  return wanted.some((text) => rest.includes(text));
}

/** `text` without each of the places where `part` occurs in it. */
function without(text: string, part: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    found.push(text.slice(0, at) + text.slice(at + part.length));
  }
  return found;
}

/** Whether `after` is `before` without `draft`. */
export function isTakenOut(before: string, after: string, draft: string): boolean {
  return without(letters(before), letters(draft)).includes(letters(after));
}
