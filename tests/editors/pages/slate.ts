import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, type RenderElementProps, Slate, withReact } from 'slate-react';
import { box, ready, startBlocks } from './page.ts';

const editor = withHistory(withReact(createEditor()));
const quotes = new WeakSet<object>();
const initialValue: Descendant[] = startBlocks.map(({ text, isQuote }) => {
  const children = [{ text }];
  if (isQuote) quotes.add(children);
  return { children };
});

const renderElement = ({ attributes, children, element }: RenderElementProps) =>
  createElement(quotes.has(element.children) ? 'blockquote' : 'div', attributes, children);

createRoot(box()).render(
  createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, {
      renderElement,
      style: { minHeight: 200 },
      ref: (element: HTMLDivElement | null) => {
        if (!element || window.editorElement) return;
        ready(element, () => editor.children.map((node) => Node.string(node)).join('\n'));
      },
    }),
  ),
);
