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
// It gives its own box the display of the field, and is laid out wrongly as anything but its own.
field.style.display = '';
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
