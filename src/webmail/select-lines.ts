import type { Span } from './find-draft.ts';
import type { Line } from './page-lines.ts';
import { isText, isTextarea } from './reading-rules.ts';

/** Selects these lines, from the beginning of the first to the end of the last. */
export function selectLines(element: HTMLElement, lines: readonly Line[], span: Span): void {
  if (isTextarea(element)) {
    element.setSelectionRange(lineStart(element, span.from), lineEnd(element, span.to));
    return;
  }
  const range = element.ownerDocument.createRange();
  const first = lines[span.from]?.first;
  const last = lines[span.to]?.last;
  range.selectNodeContents(element);
  if (first) isText(first) ? range.setStart(first, 0) : range.setStartBefore(first);
  if (last && isText(last)) range.setEnd(last, last.length);
  // The break at the end of a line with words parts it from the next one, and stays.
  else if (last?.nodeName === 'BR' && last !== lines[span.to]?.first) range.setEndBefore(last);
  else if (last) range.setEndAfter(last);
  select(element, range);
}

/** Puts the caret at the end of a line. */
export function caretToEnd(element: HTMLElement, lines: readonly Line[], at: number): void {
  if (isTextarea(element)) {
    const end = lineEnd(element, at);
    element.setSelectionRange(end, end);
    return;
  }
  const last = lines[at]?.last;
  if (!last) return;
  const range = element.ownerDocument.createRange();
  if (isText(last)) range.setStart(last, last.length);
  // A `<br>` at the end of a line belongs to it, and text goes before it.
  else if (last.nodeName === 'BR') range.setStartBefore(last);
  else range.setStartAfter(last);
  range.collapse(true);
  select(element, range);
}

/** Puts the caret before everything in an editor. */
export function caretToStart(element: HTMLElement): void {
  if (isTextarea(element)) element.setSelectionRange(0, 0);
  else {
    const range = element.ownerDocument.createRange();
    range.setStart(element, 0);
    range.collapse(true);
    select(element, range);
  }
}

function select(element: HTMLElement, range: Range): void {
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Offset of the first character of a line, in UTF-16 units. */
const lineStart = (field: HTMLTextAreaElement, at: number): number =>
  field.value
    .split('\n')
    .slice(0, at)
    .reduce((sum, line) => sum + line.length + 1, 0);

const lineEnd = (field: HTMLTextAreaElement, at: number): number =>
  lineStart(field, at) + (field.value.split('\n')[at]?.length ?? 0);
