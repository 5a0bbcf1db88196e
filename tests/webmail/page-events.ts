import { vi } from 'vitest';
import { adapterFor } from '../../src/webmail/adapters/index.ts';
import type { Adapter, Compose, Intent } from '../../src/webmail/types.ts';

/** The adapter that takes this page. */
export const adapterAt = (host: string): Adapter =>
  adapterFor({ hostname: host } as Location, document);

/** The compose box around an element; throws where there is none. */
export function composeAround(adapter: Adapter, element: Element): Compose {
  const compose = adapter.find(element);
  if (!compose) throw new Error(`There is no compose box around ${element.outerHTML}.`);
  return compose;
}

/** What an event on its way through the page is taken for. */
export function meaning(compose: Compose, target: Element, event: Event): Intent {
  let intent: Intent = null;
  const view = target.ownerDocument.defaultView ?? window;
  view.addEventListener(
    event.type,
    (heard) => {
      intent = compose.intent(heard);
    },
    { capture: true, once: true },
  );
  target.dispatchEvent(event);
  return intent;
}

const onItsWay = { bubbles: true, cancelable: true, composed: true };

export const click = (): Event => new MouseEvent('click', onItsWay);

export const submit = (): Event => new Event('submit', onItsWay);

export const key = (name: string, held: KeyboardEventInit = {}): Event =>
  new KeyboardEvent('keydown', { key: name, ...onItsWay, ...held });

/** There is no layout here: until the answer is called, an element is as large as its style says. */
export function sizeByStyle(): () => void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: HTMLElement,
  ) {
    const { left, width, height, minHeight } = this.style;
    const size = (length: string): number => Number.parseFloat(length) || 0;
    return new DOMRect(size(left), 0, size(width || '300'), size(height || minHeight));
  });
  return () => vi.restoreAllMocks();
}
