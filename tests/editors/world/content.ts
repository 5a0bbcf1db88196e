import { keepCaret } from '../../../src/entrypoints/content/caret.ts';
import { focusedElement } from '../../../src/entrypoints/content/focus.ts';
import { adapterFor } from '../../../src/webmail/adapters/index.ts';
import { insertDraft, undoInsertion } from '../../../src/webmail/inserter.ts';
import type { Compose } from '../../../src/webmail/types.ts';
import { type Ask, answerEvent, askEvent } from './protocol.ts';

/*
 * The webmail layer as the content script has it: in a world of its own, beside the page's scripts.
 * Only strings pass between the two, because Firefox keeps each from reading the other's objects.
 */

let compose: Compose | null = null;
let panel: HTMLElement | null = null;
let backToEditor = (): void => undefined;

const editor = () => {
  const found = compose?.editor();
  if (!found) throw new Error('The adapter found no editor.');
  return found;
};

/** Takes the focus as our panel does: a field in a closed shadow root. */
function openPanel(): void {
  backToEditor = keepCaret(editor().element);
  panel = document.createElement('test-panel');
  const notes = document.createElement('textarea');
  panel.attachShadow({ mode: 'closed' }).append(notes);
  document.documentElement.append(panel);
  notes.focus();
}

async function run(ask: Ask): Promise<unknown> {
  if (ask.does === 'attend') {
    const focused = focusedElement(document);
    compose = focused && adapterFor(location, document).find(focused);
    return compose?.editor()?.family ?? null;
  }
  if (ask.does === 'open-panel') return openPanel();
  if (ask.does === 'close-panel') {
    panel?.remove();
    return;
  }
  if (ask.does === 'read') {
    const body = compose?.read();
    return { text: body?.text, quote: body?.quote, signature: body?.signature };
  }
  if (ask.does === 'undo') return undoInsertion(editor(), ask.text);
  backToEditor();
  return insertDraft(editor(), ask.text, { replace: ask.replace });
}

document.addEventListener(askEvent, (event) => {
  // The detail is a string of our own making; see `protocol.ts`.
  const ask = JSON.parse((event as CustomEvent<string>).detail) as Ask;
  const answer = (said: object): void => {
    const detail = JSON.stringify({ id: ask.id, ...said });
    document.dispatchEvent(new CustomEvent(answerEvent, { detail }));
  };
  run(ask).then(
    (result) => answer({ answer: result ?? null }),
    (thrown: unknown) => answer({ thrown: String(thrown) }),
  );
});
