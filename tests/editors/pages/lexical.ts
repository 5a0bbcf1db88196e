import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createQuoteNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { box, ready, startBlocks } from './page.ts';

const element = box();
element.contentEditable = 'true';
const editor = createEditor({
  namespace: 'test',
  nodes: [QuoteNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(element);
registerRichText(editor);
editor.update(
  () => {
    const blocks = startBlocks.map(({ text, isQuote }) => {
      const block = isQuote ? $createQuoteNode() : $createParagraphNode();
      return text === '' ? block : block.append($createTextNode(text));
    });
    $getRoot()
      .clear()
      .append(...blocks);
  },
  { discrete: true },
);
registerHistory(editor, createEmptyHistoryState(), 300);
ready(element, () => editor.getEditorState().read(() => $getRoot().getTextContent()));
