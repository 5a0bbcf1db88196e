import { letters } from './canonical-text.ts';
import { everythingIn } from './editor-text.ts';
import type { EditorRef } from './types.ts';

const patienceMs = 300;

/** Firefox leaves `clipboardData` out of an event that a script makes, but takes one type this way. */
interface GeckoClipboardEventInit {
  readonly dataType: string;
  readonly data: string;
}

/**
 * Offers a text to an editor as if it were pasted: once, and never together with another event, which
 * doubles it in some editors. The browser itself inserts nothing for it, so an editor that does not
 * listen stays as it was. Resolves when the text has arrived, or after 300 ms.
 */
export async function paste(editor: EditorRef, text: string, html: string): Promise<void> {
  const view = editor.document.defaultView;
  if (!view) return;
  // Such an editor hears of our selection by an event, which comes after this task.
  await nextTask();
  const data = new DataTransfer();
  data.setData('text/plain', text);
  // Slate takes a paste only where it is plain text and nothing else.
  if (!editor.element.matches('[data-slate-editor]')) data.setData('text/html', html);
  const init: ClipboardEventInit & GeckoClipboardEventInit = {
    bubbles: true,
    cancelable: true,
    clipboardData: data,
    dataType: 'text/plain',
    data: text,
  };
  const event = new ClipboardEvent('paste', init);
  editor.element.dispatchEvent(event);
  if (!event.defaultPrevented) return;
  const has = (): boolean => letters(everythingIn(editor.element)).includes(letters(text));
  for (let waited = 0; waited < patienceMs && !has(); waited += 20) await nextTask(20);
}

const nextTask = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
