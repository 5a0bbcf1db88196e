import type { ShadowHost } from '../shadow-host.ts';
import { coversControl } from './free-place.ts';
import { type Box, overlap, placeNote } from './place.ts';

/** Puts the note that is there to where it covers neither the panel nor anything that can be pressed. */
export function putNote(host: ShadowHost, isPanelOpen: boolean): void {
  const note = host.root.querySelector<HTMLElement>('.placed-note');
  const { ownerDocument: document } = host.element;
  const view = document.defaultView;
  if (!note || !view) return;
  const window = { width: view.innerWidth, height: view.innerHeight };
  const panel = isPanelOpen ? host.element.getBoundingClientRect() : null;
  const isOnPanel = (spot: Box): boolean => {
    const { width, height } = panel ? overlap(spot, panel) : { width: 0, height: 0 };
    return width * height > 0;
  };
  const free = (spot: Box): boolean => !isOnPanel(spot) && !coversControl(spot, document);
  const size = note.getBoundingClientRect();
  const { left, top } = host.unseen(() => placeNote(size, window, host.mount.dir === 'rtl', free));
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
}
