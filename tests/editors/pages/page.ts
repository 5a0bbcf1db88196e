/*
 * What every page with an editor has in common. A page shows one editor, with the words it is asked
 * for, and says what the editor itself takes its text to be: the tests compare that with what is seen
 * and with what we read.
 */

/** What stands in an editor at first: nothing, two lines of the user's, or signature and quote. */
type Start = 'empty' | 'own' | 'reply';

interface Block {
  readonly text: string;
  readonly isQuote: boolean;
}

declare global {
  interface Window {
    /** The editor's own text, a `\n` a line, blank lines as it shows them. */
    modelText(): string;
    /** The element that somebody clicks into; set once the editor is ready. */
    editorElement: HTMLElement | undefined;
  }
}

const plain = (...lines: string[]): Block[] => lines.map((text) => ({ text, isQuote: false }));
const quoted = (...lines: string[]): Block[] => lines.map((text) => ({ text, isQuote: true }));

const attribution = 'On Mon, 3 Nov 2025 at 09:00, Kim Lee <kim@acme.example> wrote:';

const starts: Record<Start, readonly Block[]> = {
  empty: plain(''),
  own: plain('First words', 'Last words'),
  reply: [
    ...plain('', '--', 'Sam Porter', attribution),
    ...quoted('Can we meet on Thursday?', 'Kim'),
  ],
};

const { search } = location;

/** What this page starts with, as its blocks. */
export const startBlocks =
  starts[search === '?own' ? 'own' : search === '?reply' ? 'reply' : 'empty'];

/** The same as plain text. */
export const startText = startBlocks
  .map(({ text, isQuote }) => (isQuote ? `> ${text}` : text))
  .join('\n');

const escaped = (text: string): string => text.replace('<', '&lt;').replace('>', '&gt;');

/** The same as HTML whose lines are elements of this name. */
export function startHtml(block: 'div' | 'p'): string {
  const of = (isQuote: boolean): string =>
    startBlocks
      .filter((part) => part.isQuote === isQuote)
      .map(({ text }) => `<${block}>${escaped(text) || '<br>'}</${block}>`)
      .join('');
  const quote = of(true);
  return of(false) + (quote && `<blockquote>${quote}</blockquote>`);
}

/** The same as elements, for a page that may make none of HTML. */
export const startLines = (): HTMLElement[] =>
  startBlocks.map(({ text, isQuote }) => {
    const line = document.createElement('div');
    line.append(text || document.createElement('br'));
    if (!isQuote) return line;
    const quote = document.createElement('blockquote');
    quote.append(line);
    return quote;
  });

/** Puts a box for an editor into the page. */
export function box(name = 'div'): HTMLElement {
  const element = document.createElement(name);
  element.style.cssText = 'display: block; width: 600px; min-height: 200px';
  document.body.append(element);
  return element;
}

/** Tells the tests that the editor is ready. */
export function ready(element: HTMLElement, modelText: () => string): void {
  window.modelText = modelText;
  window.editorElement = element;
}

const isBlock = /^(?:BLOCKQUOTE|DIV|LI|OL|P|UL)$/;

/**
 * The lines of an editor whose document is its model: a block that holds no other is one, and a `<br>`
 * parts two, but for the last in a block. `gap` is what stands between two paragraphs.
 */
export const linesOfHtml = (html: string, gap: '\n' | '\n\n'): string =>
  linesIn(new DOMParser().parseFromString(html, 'text/html').body, gap);

/** The same of what is in an element. */
export function linesIn(root: Element, gap: '\n' | '\n\n'): string {
  const parts: string[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') parts.push(open.replace(/\n$/, ''));
    open = '';
  };
  const walk = (node: Node): void => {
    // Some editors lay out the HTML they give for people to read.
    if (node.nodeType === Node.TEXT_NODE) open += node.textContent?.replace(/[\n\t]+/g, '');
    else if (node.nodeName === 'BR') open += '\n';
    else if (isBlock.test(node.nodeName)) {
      close();
      const { length } = parts;
      node.childNodes.forEach(walk);
      close();
      if (parts.length === length) parts.push('');
    } else node.childNodes.forEach(walk);
  };
  root.childNodes.forEach(walk);
  close();
  return parts.join(gap);
}
