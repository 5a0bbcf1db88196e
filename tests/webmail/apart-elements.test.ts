// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apartElements } from '../../src/webmail/apart-elements.ts';
import { quoteSelector, quoteStartSelector, signatureSelector } from '../../src/webmail/markers.ts';
import type { Marks } from '../../src/webmail/marks.ts';
import { lookAtStart } from '../../src/webmail/quote-and-signature.ts';
import { linesOf } from '../../src/webmail/serialize.ts';
import { sortLines } from '../../src/webmail/sort-lines.ts';
import { editorWith } from './load-fixture.ts';

/** The same by its definition: everything in the editor is searched, also what is in a quote. */
function apartByDefinition(root: Element, marks: Marks) {
  const outermost = (within: Element, selector: string): Element[] =>
    [...within.querySelectorAll(selector)].filter((found) => {
      const outer = found.parentElement?.closest(selector);
      return !outer || outer === within || !within.contains(outer);
    });
  const beside = (node: Node, box: Node, side: 'nextSibling' | 'previousSibling'): Node[] => {
    const found: Node[] = [];
    for (let up: Node | null = node; up && up !== box; up = up.parentNode) {
      for (let next = up[side]; next; next = next[side]) found.push(next);
    }
    return found;
  };
  const quotes = new Set<Node>();
  for (const box of outermost(root, [quoteSelector, marks.quote].filter(Boolean).join())) {
    const inner = outermost(box, 'blockquote');
    const [first, last] = [inner[0], inner.at(-1)];
    const isSplit =
      box.localName !== 'blockquote' &&
      first &&
      last &&
      (inner.length > 1 || beside(last, box, 'nextSibling').some((one) => one.textContent?.trim()));
    const quoted = isSplit ? [...beside(first, box, 'previousSibling'), ...inner] : [box];
    for (const node of quoted) quotes.add(node);
  }
  for (const start of outermost(root, quoteStartSelector)) {
    for (let node: Node | null = start; node; node = node.nextSibling) quotes.add(node);
  }
  for (const quote of outermost(root, 'blockquote')) {
    if (!marks.start || marks.start.blockquotes.has(quote)) quotes.add(quote);
  }
  const selector = [signatureSelector, marks.signature].filter(Boolean).join();
  const signatures = new Set<Node>(outermost(root, selector).filter((one) => !quotes.has(one)));
  return { quotes, signatures };
}

const read = (root: Element, marks: Marks, { quotes, signatures }: Apart) => {
  const lines = linesOf(root, new Set([...quotes, ...signatures]));
  const kinds = sortLines(lines, signatures, marks.start);
  return lines.map(({ text }, at) => `${kinds[at]}: ${text}`);
};
type Apart = ReturnType<typeof apartElements>;

const opening = fc.constantFrom(
  ...['<div>', '<div>', '<div>', '<p>', '<span>', '<ul>', '<blockquote>', '<blockquote>'],
  ...['<blockquote type="cite">', '<blockquote class="gmail_quote">', '<div class="gmail_quote">'],
  ...['<div class="gmail_attr">', '<div class="protonmail_quote">', '<div class="theirs">'],
  ...['<div class="gmail_signature">', '<div id="Signature">', '<div class="name">'],
  ...['<div id="divRplyFwdMsg">', '<div id="appendonsend">', '<div class="theirs name">'],
  '<blockquote class="gmail_signature">',
  '<div id="x_divRplyFwdMsg" class="gmail_quote">',
);
const leaf = fc.constantFrom(
  ...['Fine.', '', ' ', '<br>', '<hr>', '> quoted', '-- ', 'On 3 May, Ida wrote:', 'Sam'],
);
const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc
      .tuple(opening, tie('nodes'))
      .map(([tag, inner]) => `${tag}${inner}</${tag.slice(1, tag.search(/[ >]/))}>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
}));

/** What somebody, or the page, does to one of the nodes: chosen by `which`, and `where` by another. */
const edits = {
  remove: (node: Node) => node.parentNode?.removeChild(node),
  move: (node: Node, where: Node) => {
    if (!node.contains(where)) where.parentNode?.insertBefore(node, where);
  },
  type: (_: Node, where: Node) => where.parentNode?.insertBefore(new Text('typed'), where),
  answer: (_: Node, where: Node) => {
    const line = document.createElement('div');
    line.append('answer');
    where.parentNode?.insertBefore(line, where);
  },
  /** Enter in a quote: it goes on below the answer. */
  split: (node: Node) => {
    const box = node.parentElement;
    if (!box || box.isContentEditable) return;
    const rest = box.cloneNode() as Element;
    while (node.nextSibling) rest.append(node.nextSibling);
    box.after('between', rest);
  },
  quote: (node: Node) => {
    const made = document.createElement('blockquote');
    node.parentNode?.replaceChild(made, node);
    made.append(node);
  },
  sign: (_: Node, where: Node) => {
    const other = document.createElement('div');
    other.id = 'Signature';
    other.append('Another identity');
    where.parentNode?.insertBefore(other, where);
  },
} as const;
const edit = fc.tuple(
  fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  fc.nat(),
  fc.nat(),
);

const nodesIn = (root: Node): Node[] =>
  [...root.childNodes].flatMap((node) => [node, ...nodesIn(node)]);

test('what is read without a look into the quotes is what is read with one', () => {
  fc.assert(
    fc.property(
      html.nodes,
      fc.boolean(),
      fc.boolean(),
      fc.array(edit, { maxLength: 6 }),
      (first, isSeen, hasOwnMarks, changes) => {
        const editor = editorWith(first);
        const known = hasOwnMarks
          ? { quote: '.theirs', signature: '.name' }
          : { quote: '', signature: '' };
        const start = isSeen ? lookAtStart(editor, { ...known, start: null }) : null;
        const marks: Marks = { ...known, start };
        const expectSame = () =>
          expect(read(editor, marks, apartElements(editor, marks))).toEqual(
            read(editor, marks, apartByDefinition(editor, marks)),
          );
        expectSame();
        for (const [what, which, where] of changes) {
          const nodes = nodesIn(editor);
          const [node, place] = [nodes[which % nodes.length], nodes[where % nodes.length]];
          if (node && place) edits[what](node, place);
          expectSame();
        }
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
