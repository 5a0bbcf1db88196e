import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { gmailSite } from './gmail-site.ts';

/** Gmail: its compose box has no mark of its own, only hidden fields and an editor in it. */
export const gmail: Adapter = createAdapter(gmailSite, { root: boxAround });

const editor = gmailSite.editors.join(',');
const buttons = 'table[role="group"]';
const message = gmailSite.incoming?.message ?? '';

function boxAround(from: Element): HTMLElement | null {
  let around: Element | null = from;
  while (around && !(around.querySelector(gmailSite.key) && around.querySelector(editor))) {
    around = around.parentElement;
  }
  const field = around?.querySelector<HTMLElement>(gmailSite.key);
  const box = field && boxOf(field);
  // Further up lies the thread: what is clicked there is in no compose box.
  return box?.contains(from) ? box : null;
}

/** The box that a hidden field belongs to: a window of its own, or a place in the thread. */
function boxOf(field: HTMLElement): HTMLElement | null {
  const dialog = field.closest<HTMLElement>('[role="dialog"]');
  if (dialog) return dialog;
  let box = field.parentElement;
  while (box && !box.querySelector(editor)) box = box.parentElement;
  // The buttons lie next to it, but the box ends where messages or other boxes begin.
  for (let outer = box; outer; outer = outer.parentElement) {
    if (outer.querySelector(message) || outer.querySelectorAll(gmailSite.key).length > 1) break;
    box = outer;
    if (outer.querySelector(buttons)) break;
  }
  return box;
}
