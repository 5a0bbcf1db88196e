import type { Line } from './page-lines.ts';
import { isTextarea } from './reading-rules.ts';

/** Index of the line that the caret stands in; `null` where it is not in this editor. */
export function caretLine(element: HTMLElement, lines: readonly Line[]): number | null {
  if (isTextarea(element)) {
    return element.value.slice(0, element.selectionEnd).split('\n').length - 1;
  }
  const selection = element.ownerDocument.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || !element.contains(node)) return null;
  const caret = element.ownerDocument.createRange();
  caret.setStart(node, selection.focusOffset);
  const begin = element.ownerDocument.createRange();
  let found: number | null = null;
  lines.forEach(({ first }, index) => {
    if (!first) return;
    begin.setStartBefore(beginning(first, element));
    if (caret.compareBoundaryPoints(Range.START_TO_START, begin) >= 0) found = index;
  });
  return found;
}

/** The outermost element that begins where `node` does: the caret may stand before all of them. */
function beginning(node: Node, root: Element): Node {
  let outer = node;
  while (outer.parentNode && outer.parentNode !== root && outer.parentNode.firstChild === outer) {
    outer = outer.parentNode;
  }
  return outer;
}
