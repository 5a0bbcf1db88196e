import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { box, ready, startHtml } from './page.ts';

const editor = new Editor({
  element: box(),
  extensions: [StarterKit],
  content: startHtml('p'),
});
editor.view.dom.style.minHeight = '200px';
ready(editor.view.dom, () => editor.getText({ blockSeparator: '\n\n' }));
