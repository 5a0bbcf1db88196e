import { type Box, overlap } from './place.ts';

/** An editor smaller than this is none anybody writes in now: folded up, or not laid out. */
const least = 40;

/** What stands for `element` in our own document: itself, or the frame it is in. */
function standIn(element: HTMLElement, document: Document): Element | null {
  let place: Element | null = element;
  while (place && place.ownerDocument !== document) {
    place = place.ownerDocument.defaultView?.frameElement ?? null;
  }
  return place;
}

/**
 * The part of an editor that can be seen, in window pixels; `null` where that is next to nothing. A
 * long mail's editor is often taller than the box it scrolls in.
 */
export function visibleBox(element: HTMLElement, document: Document): Box | null {
  const place = standIn(element, document);
  const view = document.defaultView;
  if (!place?.isConnected || !view) return null;
  let box: Box = overlap(place.getBoundingClientRect(), {
    left: 0,
    top: 0,
    width: view.innerWidth,
    height: view.innerHeight,
  });
  for (let around = place.parentElement; around; around = around.parentElement) {
    if (around === document.body || around === document.documentElement) break;
    if (view.getComputedStyle(around).overflow !== 'visible') {
      box = overlap(box, around.getBoundingClientRect());
    }
  }
  return box.width < least || box.height < least ? null : box;
}
