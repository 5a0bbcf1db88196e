import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { gmailSite } from './gmail-site.ts';

/** Gmail: its compose box has no mark of its own, only hidden fields and an editor in it. */
export const gmail: Adapter = createAdapter(gmailSite, { root: boxAround });

function boxAround(from: Element): HTMLElement | null {
  const editor = gmailSite.editors.join(',');
  for (let box = from.parentElement; box; box = box.parentElement) {
    if (!box.querySelector(gmailSite.key) || !box.querySelector(editor)) continue;
    // A window of its own has its buttons outside of that; an answer in the thread has no such window.
    const dialog = box.closest<HTMLElement>('[role="dialog"]');
    return dialog ?? withButtons(box);
  }
  return null;
}

function withButtons(box: HTMLElement): HTMLElement {
  const outer = box.parentElement;
  const hasButtons = (element: HTMLElement): boolean =>
    element.querySelector('table[role="group"]') !== null;
  // Further out lies the thread, with other compose boxes in it.
  return !hasButtons(box) && outer && hasButtons(outer) ? outer : box;
}
