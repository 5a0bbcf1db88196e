import { box, linesIn, ready, startLines } from './page.ts';

const element = box();
element.contentEditable = 'true';
element.append(...startLines());
ready(element, () => linesIn(element, '\n'));
