import { quoteSelector, quoteStartSelector, signatureSelector } from './markers.ts';
import type { Marks } from './marks.ts';

/** Nodes of an editor that are no part of the user's own text; none lies in another. */
export function apartElements(
  root: Element,
  marks: Marks,
): { quotes: ReadonlySet<Node>; signatures: ReadonlySet<Node> } {
  const signatures = new Set<Node>(outermost(root, withMore(signatureSelector, marks.signature)));
  const quotes = new Set<Node>();
  for (const box of outermost(root, withMore(quoteSelector, marks.quote))) {
    for (const node of quotedIn(box)) quotes.add(node);
  }
  for (const start of outermost(root, quoteStartSelector)) {
    for (let node: Node | null = start; node; node = node.nextSibling) quotes.add(node);
  }
  for (const quote of outermost(root, 'blockquote')) {
    // One that the user makes is their own text; one that was there before they wrote is not.
    if (marks.start === null || marks.start.blockquotes.has(quote)) quotes.add(quote);
  }
  // A signature in a quote is quoted, and one mark in another is said once.
  const covered = (node: Node, by: ReadonlySet<Node>): boolean => {
    for (let up = node.parentNode; up && up !== root; up = up.parentNode)
      if (by.has(up)) return true;
    return false;
  };
  for (const node of [...quotes])
    if (covered(node, quotes) || covered(node, signatures)) quotes.delete(node);
  for (const node of [...signatures])
    if (quotes.has(node) || covered(node, quotes)) signatures.delete(node);
  return { quotes, signatures };
}

const withMore = (shared: string, more: string): string => (more ? `${shared},${more}` : shared);

function outermost(root: Element, selector: string): Element[] {
  const found: Element[] = [];
  // In document order, so what lies in another one comes after it.
  for (const element of root.querySelectorAll(selector)) {
    if (!found.at(-1)?.contains(element)) found.push(element);
  }
  return found;
}

/**
 * What of a box that holds a quoted message is quoted. All of it, unless something stands between or
 * below the blockquotes in it: editors split a blockquote in two where somebody answers in the middle.
 */
function quotedIn(box: Element): Node[] {
  if (box.localName === 'blockquote') return [box];
  const quotes = outermost(box, 'blockquote');
  const [first, ...more] = quotes;
  const last = more.at(-1) ?? first;
  if (!first || !last) return [box];
  const between = more.length > 0 || sides(last, box, 'nextSibling').some(saysSomething);
  return between ? [...sides(first, box, 'previousSibling'), ...quotes] : [box];
}

/** Everything in `box` that stands on one side of `node`. */
function sides(node: Node, box: Node, side: 'nextSibling' | 'previousSibling'): Node[] {
  const found: Node[] = [];
  for (let up: Node | null = node; up && up !== box; up = up.parentNode) {
    for (let next = up[side]; next; next = next[side]) found.push(next);
  }
  return found;
}

const saysSomething = (node: Node): boolean => node.textContent?.trim() !== '';
