import 'trix';
import 'trix/dist/trix.css';
import { box, ready, startBlocks } from './page.ts';

/** What of Trix's element we call. */
interface TrixElement extends HTMLElement {
  readonly editor: { getDocument(): { toString(): string }; loadHTML(html: string): void };
}

/** In Trix, the lines of a quote are parted by line breaks. */
function html(): string {
  const lines = (isQuote: boolean): string[] =>
    startBlocks
      .filter((block) => block.isQuote === isQuote)
      .map(({ text }) => text.replace('<', '&lt;').replace('>', '&gt;') || '<br>');
  const own = lines(false).map((line) => `<div>${line}</div>`);
  const quote = lines(true).join('<br>');
  return own.join('') + (quote && `<blockquote>${quote}</blockquote>`);
}

const element = box('trix-editor');
element.addEventListener('trix-initialize', () => {
  // The element is Trix's own by now; `box` knows only its name.
  const { editor } = element as TrixElement;
  editor.loadHTML(html());
  ready(element, () => editor.getDocument().toString());
});
