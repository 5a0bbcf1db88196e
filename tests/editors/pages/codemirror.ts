import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { box, ready, startText } from './page.ts';

const view = new EditorView({
  parent: box(),
  state: EditorState.create({
    doc: startText,
    extensions: [
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.theme({ '.cm-content': { minHeight: '200px' } }),
    ],
  }),
});
ready(view.contentDOM, () => view.state.doc.toString());
