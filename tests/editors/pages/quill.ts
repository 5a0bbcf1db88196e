import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { box, ready, startBlocks } from './page.ts';

const editor = new Quill(box(), { theme: 'snow' });
editor.setContents(
  startBlocks.flatMap(({ text, isQuote }) => [
    ...(text === '' ? [] : [{ insert: text }]),
    { insert: '\n', ...(isQuote ? { attributes: { blockquote: true } } : {}) },
  ]),
);
editor.history.clear();
ready(editor.root, () => editor.getText());
