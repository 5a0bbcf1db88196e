import { selectionHeard } from './await-editor.ts';
import { letters } from './canonical-text.ts';
import { everythingIn } from './editor-text.ts';
import { pastesPlain } from './editor-traits.ts';
import { nextTask } from './next-task.ts';
import type { EditorRef } from './types.ts';

const patienceMs = 300;

type PageWindow = Window & typeof globalThis;

/**
 * Offers a text to an editor as if it were pasted: once, and never together with another event that
 * has the text, which doubles it in some editors. The browser itself inserts nothing for it, so an
 * editor that does not listen stays as it was. Resolves when the text has arrived, or after 300 ms.
 * `inNewParagraph` is for an editor that makes one when asked.
 */
export async function paste(
  editor: EditorRef,
  text: string,
  html: string,
  inNewParagraph: boolean,
): Promise<void> {
  const { element } = editor;
  const view = editor.document.defaultView;
  if (!view) return;
  await selectionHeard(editor);
  if (inNewParagraph) {
    const init = { inputType: 'insertParagraph', bubbles: true, cancelable: true };
    element.dispatchEvent(new InputEvent('beforeinput', init));
  }
  const event = pasteOf(view, pastesPlain(element) ? [text] : [text, html]);
  element.dispatchEvent(event);
  if (!event.defaultPrevented) return;
  const has = (): boolean => letters(everythingIn(element)).includes(letters(text));
  for (let waited = 0; waited < patienceMs && !has(); waited += 20) await nextTask(20);
}

function pasteOf(view: PageWindow, [text = '', html]: readonly string[]): ClipboardEvent {
  // In Firefox, what a content script puts on a clipboard is hidden from the page, so the page's own
  // world makes the event. It learns nothing from that but the text it is given.
  const page = (view as PageWindow & { wrappedJSObject?: PageWindow }).wrappedJSObject ?? view;
  const init: ClipboardEventInit = new page.Object();
  init.bubbles = true;
  init.cancelable = true;
  init.clipboardData = new page.DataTransfer();
  const event = new page.ClipboardEvent('paste', init);
  // Not before: Firefox leaves out the clipboard it is given, and makes an empty one.
  event.clipboardData?.setData('text/plain', text);
  if (html !== undefined) event.clipboardData?.setData('text/html', html);
  return event;
}
