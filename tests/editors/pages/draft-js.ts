import { convertFromRaw, Editor, EditorState } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { box, ready, startBlocks } from './page.ts';

let latest = EditorState.createWithContent(
  convertFromRaw({
    entityMap: {},
    blocks: startBlocks.map(({ text, isQuote }) => ({
      text,
      type: isQuote ? 'blockquote' : 'unstyled',
    })),
  }),
);

function Box() {
  const [editorState, setEditorState] = useState(latest);
  latest = editorState;
  return createElement(Editor, { editorState, onChange: setEditorState });
}

const host = box();
createRoot(host).render(createElement(Box));
new MutationObserver((_, observer) => {
  const element = host.querySelector<HTMLElement>('.public-DraftEditor-content');
  if (!element) return;
  observer.disconnect();
  element.style.minHeight = '200px';
  ready(element, () => latest.getCurrentContent().getPlainText('\n'));
}).observe(host, { childList: true, subtree: true });
