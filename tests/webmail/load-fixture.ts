import { readFileSync } from 'node:fs';
import { type Language, translate } from '../fixtures/webmail/translate.ts';

/**
 * Puts the body of a fixture into the page of the test, with the labels of a language; its scripts do
 * not run. A frame gets what the template behind it holds.
 */
export function loadFixture(name: string, language: Language = 'en'): void {
  const html = readFileSync(`tests/fixtures/webmail/${name}.html`, 'utf8');
  const parsed = new DOMParser().parseFromString(translate(html, language), 'text/html');
  for (const script of parsed.querySelectorAll('script')) script.remove();
  document.body.replaceWith(document.importNode(parsed.body, true));
  for (const frame of document.querySelectorAll('iframe')) {
    const inside = frame.nextElementSibling;
    const inner = frame.contentDocument;
    if (inside?.localName !== 'template' || !inner?.defaultView) continue;
    inner.body.innerHTML = inside.innerHTML;
    // Every browser has it; happy-dom has not.
    Object.defineProperty(inner.defaultView, 'frameElement', { value: frame, configurable: true });
  }
}

/** The first element that matches; throws where there is none. */
export function one<Found extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Found {
  const found = within.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** A `div` with this in it, in the page. */
export function editorWith(html: string): HTMLElement {
  const editor = document.createElement('div');
  editor.setAttribute('contenteditable', 'true');
  editor.innerHTML = html;
  document.body.replaceChildren(editor);
  return editor;
}
