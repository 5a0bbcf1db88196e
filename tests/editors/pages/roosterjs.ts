import { createEditor, createModelFromHtml, exportContent } from 'roosterjs';
import { box, linesOfHtml, ready, startHtml } from './page.ts';

const element = box();
if (!(element instanceof HTMLDivElement)) throw new Error('No box for an editor.');
element.style.border = '1px solid';
const editor = createEditor(element, [], createModelFromHtml(startHtml('div')));
ready(element, () => linesOfHtml(exportContent(editor, 'HTML'), '\n'));
