import { canonicalLine } from './canonical-text.ts';
import { foreignTag } from './markers.ts';

const paragraphs = new Set(['p', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']);
const blocks = new Set([
  ...paragraphs,
  ...['address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'header', 'hr', 'li', 'main', 'nav'],
  ...['ol', 'section', 'tbody', 'tfoot', 'thead', 'tr', 'ul'],
]);
const unread = new Set([
  ...['button', 'head', 'noscript', 'script', 'style', 'svg', 'template', 'title'],
]);
/** Short, with an emoji or a keycap in it and not a letter. */
const emoji = /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))\P{L}{1,16}$/u;

// By type number and name, not `instanceof`: an editor in a frame has classes of its own.
export const isText = (node: Node): node is Text => node.nodeType === 3;
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Whether it is a plain text field, of whatever document. */
export const isTextarea = (element: Element): element is HTMLTextAreaElement =>
  element.localName === 'textarea';

/** How many line breaks stand before and after it: 2 for a paragraph, 1 for a block, 0 in a line. */
export function breaksAround(element: Element): 0 | 1 | 2 {
  if (!blocks.has(element.localName)) return 0;
  const tight =
    !paragraphs.has(element.localName) ||
    element.parentElement?.localName === 'li' ||
    // Word and Outlook make every line a paragraph, without room around it.
    /MsoNormal|elementToProof/.test(element.className);
  return tight ? 1 : 2;
}

/** Whether what is in the element is part of the text. */
export function isRead(element: Element): boolean {
  if (unread.has(element.localName) || foreignTag.test(element.localName)) return false;
  if (!element.hasAttributes()) return true;
  if (element.getAttribute('contenteditable') === 'false') return false;
  if (element.getAttribute('data-mce-bogus') === 'all') return false;
  if (element.hasAttribute('hidden')) return false;
  return !/display:\s*none/.test(element.getAttribute('style') ?? '');
}

/** What an image says: its emoji, or that there is one; nothing for an invisible tracking dot. */
export function spoken(image: Element): string {
  // ProseMirror's own, where a line ends in something that no caret can stand in.
  if (image.matches('.ProseMirror-separator')) return '';
  const said = image.getAttribute('data-emoji') ?? image.getAttribute('alt') ?? '';
  if (emoji.test(said)) return said;
  return Number(image.getAttribute('width') ?? 9) <= 2 ? '' : '[image]';
}

/** One look at the styles, at the root: editors that keep white space keep it everywhere. */
export function keepsSpace(root: Element): boolean {
  const style = root.ownerDocument.defaultView?.getComputedStyle(root).whiteSpace ?? '';
  return /^(?:pre|pre-wrap|break-spaces)$/.test(style);
}

/** Whether a `<br>` only gives its block a height: the last thing in it, no break between two lines. */
export function endsItsBlock(br: Element, excluded: ReadonlySet<Node>): boolean {
  for (let node: Element = br; ; ) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (excluded.has(next)) return true;
      if (isText(next) && canonicalLine(next.data).trim() !== '') return false;
      if (!isElement(next) || !isRead(next)) continue;
      if (breaksAround(next) > 0) return true;
      if (/^(?:br|img)$/.test(next.localName) || next.textContent?.trim()) return false;
    }
    const parent: Element | null = node.parentElement;
    if (!parent || breaksAround(parent) > 0 || parent.hasAttribute('contenteditable')) return true;
    node = parent;
  }
}

/** One look at the first paragraph: whether the next one stands right below it, as in Quill. */
export function hasTightParagraphs(root: Element): boolean {
  let paragraph = root.firstElementChild;
  // Not by a selector, which looks at every element of a long quote as well.
  while (paragraph && paragraph.localName !== 'p') paragraph = paragraph.nextElementSibling;
  const style = paragraph && root.ownerDocument.defaultView?.getComputedStyle(paragraph);
  return style ? style.marginTop === '0px' && style.marginBottom === '0px' : false;
}
