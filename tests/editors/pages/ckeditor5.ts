import { BlockQuote, ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import { box, linesOfHtml, ready, startHtml } from './page.ts';

const editor = await ClassicEditor.create(box(), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, BlockQuote],
  initialData: startHtml('p'),
});
const element = editor.ui.getEditableElement();
if (!element) throw new Error('CKEditor 5 shows nothing to write in.');
// On the element itself it would not last: the editor writes its attributes anew.
const style = document.createElement('style');
style.textContent = '.ck-editor__editable { width: 600px; min-height: 200px }';
document.head.append(style);
ready(element, () => linesOfHtml(editor.getData(), '\n\n'));
