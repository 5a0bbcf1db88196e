import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { box, ready, startHtml } from './page.ts';

const editor = new Editor({
  element: box(),
  // Without the paragraph that it adds below a quote: there the caret would not be in the quote.
  extensions: [StarterKit.configure({ trailingNode: false })],
  // A blank paragraph is empty in it: a `<br>` would be a line break of the user's.
  content: startHtml('p').replaceAll('<br>', ''),
});
editor.view.dom.style.minHeight = '200px';
ready(editor.view.dom, () => editor.getText({ blockSeparator: '\n\n' }));
