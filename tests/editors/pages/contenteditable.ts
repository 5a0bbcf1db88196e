import { box, linesOfHtml, ready, startHtml } from './page.ts';

const element = box();
element.contentEditable = 'true';
element.innerHTML = startHtml('div');
ready(element, () => linesOfHtml(element.innerHTML, '\n'));
