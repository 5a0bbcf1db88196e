import { isVisible } from '../visible.ts';
import { closestOf } from './closest-of.ts';
import type { SiteData } from './site-data.ts';

type Where = Pick<SiteData, 'root' | 'editors' | 'send'>;

/**
 * The compose box that `from` is in: what the site calls its root, if there is a send button in it,
 * else the smallest box with an editor and a send button. Pages rename their boxes more often than
 * they take the button away.
 */
export function boxAround(from: Element, data: Where): HTMLElement | null {
  const root = closestOf(from, data.root);
  // Without a name for either part there is nothing to look for.
  if (data.send.length === 0 || data.editors.length === 0) return root;
  if (root?.querySelector(data.send.join(','))) return root;
  return smallestBox(from, data) ?? root;
}

function smallestBox(from: Element, { editors, send }: Where): HTMLElement | null {
  const editor = nearest(from, editors.join(','));
  for (let box = editor?.parentElement; box; box = box.parentElement) {
    if (!box.querySelector(send.join(','))) continue;
    // A box with several editors in it is the page; and what is asked for may lie beside the box.
    return seen(box, editors.join(',')).length === 1 && box.contains(from) ? box : null;
  }
  return null;
}

/** The editor that `from` is, is in, or shares the smallest box with. */
function nearest(from: Element, selector: string): Element | null {
  for (let around: Element | null = from; around; around = around.parentElement) {
    const [editor] = around.matches(selector) ? [around] : seen(around, selector);
    if (editor) return editor;
  }
  return null;
}

/** What can be seen, without what lies in another one. */
function seen(within: Element, selector: string): Element[] {
  const all = [...within.querySelectorAll(selector)].filter(isVisible);
  return all.filter(
    (element) => !all.some((other) => other !== element && other.contains(element)),
  );
}
