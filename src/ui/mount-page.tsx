import { type ComponentChild, render } from 'preact';
import './tokens.css';
import './page.css';
import { t } from '../browser/text.ts';

/** Shows `page` in the document's `main`, in the language and direction of our own sentences. */
export function mountPage(page: ComponentChild, title: string): void {
  document.title = title;
  document.documentElement.lang = t('ui_language');
  document.documentElement.dir = t('ui_direction');
  const main = document.querySelector('main');
  if (main) render(page, main);
}
