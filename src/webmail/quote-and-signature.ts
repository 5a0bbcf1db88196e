import { apartElements } from './apart-elements.ts';
import { canonicalText } from './canonical-text.ts';
import { findOriginal } from './find-original.ts';
import type { Kind, Marks, Start } from './marks.ts';
import type { Line } from './page-lines.ts';
import { isElement, isTextarea } from './reading-rules.ts';
import { joined, leftOut, linesOf, serialize } from './serialize.ts';
import { kindsOf, sortLines } from './sort-lines.ts';
import type { Body } from './types.ts';

/** An editor's lines, each with whose it is. */
export interface Sorted {
  readonly lines: readonly Line[];
  readonly kinds: readonly Kind[];
  /** What was not walked into. */
  readonly excluded: ReadonlySet<Node>;
}

/**
 * Tells the user's own lines from quote and signature: what stood there at first, then elements that
 * are marked as such, then patterns in the text. A quote is never taken for the end of the text: what
 * is written below or between quoted lines is the user's own, as in Proton Mail.
 */
export function sortBody(root: Element, marks: Marks): Sorted {
  if (!isTextarea(root)) return sortNow(root, marks);
  const { value } = root;
  const { start } = marks;
  const last = fields.get(root);
  if (last?.value === value && last.start === start) return last.sorted;
  const sorted = sortNow(root, marks);
  fields.set(root, { value, start, sorted });
  return sorted;
}

/** How each text field was last read: a long one mostly holds what it held then. */
const fields = new WeakMap<Element, { value: string; start: Start | null; sorted: Sorted }>();

function sortNow(root: Element, marks: Marks): Sorted {
  const { quotes, signatures } = apartElements(root, marks);
  const excluded = new Set<Node>([...quotes, ...signatures]);
  const lines = linesOf(root, excluded);
  return { lines, kinds: sortLines(lines, signatures, marks.start), excluded };
}

/** Looks at an editor for the first time. */
export function lookAtStart(root: Element, marks: Marks): Start {
  const { lines, kinds } = sortBody(root, { ...marks, start: null });
  const text = lines.map((line) => line.text.trimEnd());
  const own = text.filter((_, index) => kinds[index] === 'own');
  const from = text.findIndex((line, index) => line === '--' && kinds[index] === 'signature');
  const below = text.slice(from + 1);
  const original = findOriginal(text, kindsOf(lines, new Set()), null);
  const isBelow = own[0] === '' && own.some((line) => line !== '');
  return {
    blockquotes: new WeakSet(root.querySelectorAll('blockquote')),
    lines: new Set(text.filter((line) => line !== '')),
    original:
      original < 0 ? [] : text.slice(original).filter((line) => line !== '' && line !== leftOut),
    signature:
      from < 0
        ? null
        : withoutBlanksAround(below.filter((_, at) => kinds[from + 1 + at] === 'signature')),
    rest: isBelow ? withoutBlanksAround(own) : [],
  };
}

/** The user's own text, and apart from it quote and signature; the quote is read only when asked for. */
export function readBody(root: Element, marks: Marks): Body {
  const sorted = sortBody(root, marks);
  const only = (kind: Kind): Line[] => sorted.lines.filter((_, at) => sorted.kinds[at] === kind);
  const all = (kind: Kind): string =>
    canonicalText(
      only(kind)
        .map(({ text, first }) =>
          first && sorted.excluded.has(first) ? serializeNode(first) : text,
        )
        .join('\n'),
    );
  return {
    text: canonicalText(joined(only('own'))),
    get quote() {
      return all('quote');
    },
    get signature() {
      return all('signature');
    },
  };
}

const none: ReadonlySet<Node> = new Set();

const serializeNode = (node: Node): string =>
  isElement(node) ? serialize(node, none) : (node.textContent ?? '');

function withoutBlanksAround(lines: readonly string[]): string[] {
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return text === '' ? [] : text.split('\n');
}
