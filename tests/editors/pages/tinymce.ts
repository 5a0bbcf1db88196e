import tinymce from 'tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';
import { box, linesOfHtml, ready, startHtml } from './page.ts';

const field = box('textarea');
field.id = 'field';
// Its frame is as high as nothing until all is laid out.
const style = document.createElement('style');
style.textContent =
  '.tox-tinymce { height: 300px !important } .tox-edit-area__iframe { min-height: 220px }';
document.head.append(style);
const [editor] = await tinymce.init({
  selector: '#field',
  license_key: 'gpl',
  skin_url: 'default',
  content_css: 'default',
  height: 300,
  menubar: false,
  toolbar: false,
  statusbar: false,
});
if (!editor) throw new Error('TinyMCE did not start.');
editor.setContent(startHtml('p'));
editor.undoManager.reset();
ready(editor.getBody(), () => linesOfHtml(editor.getContent(), '\n\n'));
