import { readFileSync } from 'node:fs';

/** Puts the body of a fixture into the page of the test; its scripts do not run. */
export function loadFixture(name: string): void {
  const html = readFileSync(`tests/fixtures/webmail/${name}.html`, 'utf8');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const script of parsed.querySelectorAll('script')) script.remove();
  document.body.replaceWith(document.importNode(parsed.body, true));
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
