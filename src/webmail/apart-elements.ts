import { quoteSelector, quoteStartSelector, signatureSelector } from './markers.ts';
import type { Marks } from './marks.ts';
import { isElement } from './reading-rules.ts';

/**
 * Nodes of an editor that are no part of the user's own text. Looks into none of them, so that a long
 * quote costs nothing: a signature in a quote is quoted, and one mark in another is said once.
 */
export function apartElements(
  root: Element,
  marks: Marks,
): { quotes: ReadonlySet<Node>; signatures: ReadonlySet<Node> } {
  const signature = withMore(signatureSelector, marks.signature);
  const quote = withMore(quoteSelector, marks.quote);
  const any = `${signature},${quote},${quoteStartSelector},blockquote`;
  const signatures = new Set<Node>();
  const quotes = new Set<Node>();
  // One that the user makes is their own text; one that was there before they wrote is not.
  const stood = (blockquote: Element): boolean => marks.start?.blockquotes.has(blockquote) ?? true;

  function look(parent: Element, inBox: boolean, inBlockquote: boolean): void {
    for (let at = parent.firstElementChild; at; at = at.nextElementSibling) {
      const isBlockquote = at.localName === 'blockquote';
      // Most lines have nothing that a mark could be.
      const isMarked = (isBlockquote || at.hasAttributes()) && at.matches(any);
      if (isMarked && at.matches(quoteStartSelector)) {
        for (let node: Node | null = at; node; node = node.nextSibling) quotes.add(node);
        return;
      }
      if (quotes.has(at)) continue;
      const isBox = isMarked && !inBox && at.matches(quote);
      const quoted = isBox ? quotedIn(at) : [];
      if (quoted[0] === at || (isBlockquote && !inBlockquote && stood(at))) quotes.add(at);
      else if (isMarked && at.matches(signature)) signatures.add(at);
      else {
        for (const node of quoted) quotes.add(node);
        look(at, inBox || isBox, inBlockquote || isBlockquote);
      }
    }
  }

  look(root, false, false);
  return { quotes, signatures };
}

const withMore = (shared: string, more: string): string => (more ? `${shared},${more}` : shared);

/** Blockquotes in what follows a first one, none of them in another. */
function outermostIn(nodes: readonly Node[]): Element[] {
  const found: Element[] = [];
  for (const node of nodes.filter(isElement)) {
    if (node.localName === 'blockquote') found.push(node);
    else {
      // In document order, so what lies in another one comes after it.
      for (const inner of node.querySelectorAll('blockquote')) {
        if (!found.at(-1)?.contains(inner)) found.push(inner);
      }
    }
  }
  return found;
}

/**
 * What of a box that holds a quoted message is quoted. All of it, unless something stands between or
 * below the blockquotes in it: editors split a blockquote in two where somebody answers in the middle.
 */
function quotedIn(box: Element): Node[] {
  if (box.localName === 'blockquote') return [box];
  const first = box.querySelector('blockquote');
  if (!first) return [box];
  const after = sides(first, box, 'nextSibling');
  const more = outermostIn(after);
  const between = more.length > 0 || after.some(saysSomething);
  return between ? [...sides(first, box, 'previousSibling'), first, ...more] : [box];
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
