import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { gmailSite } from './gmail-site.ts';
import { nearestMessage } from './incoming.ts';

/** Gmail: its compose box has no mark of its own, only hidden fields and an editor in it. */
export const gmail: Adapter = createAdapter(gmailSite, { root: boxAround, answered });

const popOut = '[role="dialog"]';
const buttons = 'table[role="group"]';
const editor = gmailSite.editors.join(',');
const message = gmailSite.incoming?.message ?? '';

function boxAround(from: Element): HTMLElement | null {
  let around: Element | null = from;
  while (around && !around.querySelector(gmailSite.key)) around = around.parentElement;
  const field = around?.querySelector<HTMLElement>(gmailSite.key);
  const box = field && boxOf(field);
  // Further up lies the thread: what is clicked there is in no compose box.
  return box?.contains(from) ? box : null;
}

/** The box that a hidden field belongs to: a window of its own, or a place in the thread. */
function boxOf(field: HTMLElement): HTMLElement | null {
  const dialog = field.closest<HTMLElement>(popOut);
  if (dialog) return dialog;
  let withEditor: HTMLElement | null = null;
  for (let box = field.parentElement; box; box = box.parentElement) {
    // It ends where messages or other boxes begin.
    if (box.querySelector(message) || box.querySelectorAll(gmailSite.key).length > 1) break;
    if (box.querySelector(buttons)) return box;
    if (box.querySelector(editor)) withEditor ??= box;
  }
  return withEditor;
}

/** A hidden field names the message; a window may answer one of a thread that is no longer shown. */
function answered(root: HTMLElement, messages: readonly HTMLElement[]): HTMLElement | null {
  const id =
    root.querySelector<HTMLInputElement>('input[name="rm"]')?.value.replace(/^#/, '') ?? '';
  const named = messages.find(({ dataset }) => id !== '' && dataset['messageId'] === `#${id}`);
  return named ?? (root.matches(popOut) ? null : nearestMessage(root, messages));
}
