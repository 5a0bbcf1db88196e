import Squire from 'squire-rte';
import { box, linesOfHtml, ready, startHtml } from './page.ts';

const element = box();
// As in Fastmail.
element.className = 'v-RichText-input';
const editor = new Squire(element, {
  sanitizeToDOMFragment: (html: string) =>
    document.createRange().createContextualFragment(html.replace(/<!--.*?-->/g, '')),
});
editor.setHTML(startHtml('div'));
editor.moveCursorToStart();
ready(element, () => linesOfHtml(editor.getHTML(), '\n'));
