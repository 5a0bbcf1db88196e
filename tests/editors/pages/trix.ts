import 'trix';
import 'trix/dist/trix.css';
import { box, ready, startHtml } from './page.ts';

/** What of Trix's element we call. */
interface TrixElement extends HTMLElement {
  readonly editor: { getDocument(): { toString(): string }; loadHTML(html: string): void };
}

const element = box('trix-editor');
element.addEventListener('trix-initialize', () => {
  // The element is Trix's own by now; `box` knows only its name.
  const { editor } = element as TrixElement;
  editor.loadHTML(startHtml('div'));
  ready(element, () => editor.getDocument().toString());
});
