import { type ComponentChild, render } from 'preact';
import './tokens.css';
import './page.css';
import { direction, language } from '../browser/language.ts';

/** Shows `page` in the document's `main`, in the language of our own sentences and the user's direction. */
export function mountPage(page: ComponentChild, title: string): void {
  document.title = title;
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  const main = document.querySelector('main');
  if (main) render(page, main);
}
