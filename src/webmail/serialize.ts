import { canonicalLine, canonicalText } from './canonical-text.ts';
import { createPageLines, type Line } from './page-lines.ts';
import {
  breaksAround,
  endsItsBlock,
  hasTightParagraphs,
  isElement,
  isRead,
  isText,
  isTextarea,
  keepsSpace,
  spoken,
} from './reading-rules.ts';

/** Stands for a node that was left out, on a line of its own: a character that nobody types. */
export const leftOut = '\ue000';

/**
 * Canonical text of an editor as somebody reads it: `div`, `p`, `br`, lists, tables and emoji images
 * of every editor come out the same. What is in `excluded` is never walked into, so a long quoted
 * thread costs nothing. Not `innerText`: that doubles blank lines, loses emoji and obeys CSS.
 */
export function serialize(root: Element, excluded: ReadonlySet<Node>): string {
  return canonicalText(joined(linesOf(root, excluded)));
}

/** Lines as one text, without the marks of what was left out. */
export function joined(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => text !== leftOut)
    .join('\n');
}

/** The lines of an editor, blank ones too, with `leftOut` where something was left out. */
export function linesOf(root: Element, excluded: ReadonlySet<Node>): Line[] {
  if (isTextarea(root)) return textareaLines(root.value);
  const page = createPageLines();
  const isTight = hasTightParagraphs(root);

  function read(parent: Element, kept: boolean, indent: string): void {
    let number = (parent.localName === 'ol' && Number(parent.getAttribute('start'))) || 1;
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (excluded.has(node)) {
        page.breaks(1);
        page.put(leftOut, node);
        page.breaks(1);
      } else if (isText(node)) {
        if (!kept) page.fold(node.data, node);
        else if (node.data !== '') page.put(node.data, node);
      } else if (isElement(node) && isRead(node)) {
        if (node.localName === 'li') readItem(node, kept, indent, number++);
        else readElement(node, kept, indent);
      }
    }
  }

  function readItem(item: Element, kept: boolean, indent: string, number: number): void {
    page.breaks(1);
    page.mark(indent + (item.parentElement?.localName === 'ol' ? `${number}. ` : '- '));
    read(item, kept, `${indent}  `);
    page.mark('');
    page.breaks(1);
  }

  function readElement(element: Element, kept: boolean, indent: string): void {
    const name = element.localName;
    if (name === 'br') page.put(endsItsBlock(element, excluded) ? '' : '\n', element);
    else if (name === 'img') page.fold(spoken(element), element);
    else {
      const isCell = name === 'td' || name === 'th';
      if (isCell && element.previousElementSibling) page.put('\t', element);
      const breaks = isTight && name === 'p' ? 1 : breaksAround(element);
      page.breaks(breaks);
      read(element, kept || name === 'pre', indent);
      page.breaks(breaks);
    }
  }

  read(root, keepsSpace(root), '');
  return page.lines();
}

const textareaLines = (value: string): Line[] =>
  canonicalLine(value)
    .split('\n')
    .map((text) => ({ text, first: null, last: null }));
