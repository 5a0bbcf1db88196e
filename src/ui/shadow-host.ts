import { addStyle } from './add-style.ts';
import tokens from './tokens.css?inline';

/** Our one element in a page, and the closed tree in it that the page cannot look into. */
export interface ShadowHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where to render. */
  readonly mount: HTMLElement;
  /** Puts the element to this place, in window pixels, and into the page if it is not there. */
  moveTo(place: { readonly left: number; readonly top: number }): void;
  /** Runs `look` while clicks and hit tests go through us to the page. */
  unseen<Result>(look: () => Result): Result;
  leave(): void;
}

/** The element's name; the page sees it, and `data-state`, and nothing else. */
export const hostName = 'penchant-panel';

/*
 * `!important` inside of a shadow tree wins over the page's own, so that no style of the page can
 * move, hide or cover-and-press the panel.
 */
const hostStyle = `
  :host {
    all: initial !important;
    color-scheme: light dark !important;
    display: block !important;
    position: fixed !important;
    inset: auto !important;
    z-index: 2147483647 !important;
  }`;

/** Makes the element; it stands in the document from the first `moveTo` until `leave`. */
export function createShadowHost(document: Document, styles: string): ShadowHost {
  const element = document.createElement(hostName);
  const root = element.attachShadow({ mode: 'closed' });
  addStyle(root, `${tokens}${styles}${hostStyle}`);
  const moving = addStyle(root, '');
  const mount = document.createElement('div');
  mount.className = 'root';
  root.append(mount);
  let place = { left: 0, top: 0 };
  let isPlaced = false;

  const restyle = (through: boolean): void => {
    const events = through ? 'pointer-events: none !important;' : '';
    moving.replace(
      `:host { left: ${place.left}px !important; top: ${place.top}px !important; ${events} }`,
    );
    isPlaced = true;
  };

  return {
    element,
    root,
    mount,
    moveTo(next) {
      // At the document's element, not its body: some webmails replace the whole body.
      if (!element.isConnected) document.documentElement.append(element);
      if (next.left === place.left && next.top === place.top && isPlaced) return;
      place = { left: next.left, top: next.top };
      restyle(false);
    },
    unseen(look) {
      restyle(true);
      try {
        return look();
      } finally {
        restyle(false);
      }
    },
    leave: () => element.remove(),
  };
}
