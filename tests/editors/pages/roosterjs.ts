import { createEditor, createModelFromHtml, exportContent, ShortcutPlugin } from 'roosterjs';
import { box, linesOfHtml, ready, startHtml } from './page.ts';

const element = box();
if (!(element instanceof HTMLDivElement)) throw new Error('No box for an editor.');
element.style.border = '1px solid';
// As in Proton Mail, with the plugin that answers Ctrl+Z.
element.id = 'rooster-editor';
const editor = createEditor(element, [new ShortcutPlugin()], createModelFromHtml(startHtml('div')));
ready(element, () => linesOfHtml(exportContent(editor, 'HTML'), '\n'));
