import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { box, ready, startText } from './page.ts';

let state = startText;

/** A text field whose value is React's: what the state does not say is put back. */
function Field() {
  const [value, setValue] = useState(startText);
  state = value;
  return createElement('textarea', {
    value,
    style: { width: 600, height: 200 },
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
    ref: (field: HTMLTextAreaElement | null) => {
      if (!field || window.editorElement) return;
      field.setSelectionRange(0, 0);
      ready(field, () => state);
    },
  });
}

createRoot(box()).render(createElement(Field));
