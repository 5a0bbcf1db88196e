import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Lets everything that was begun come to its end; there are no real waits behind the fake browser. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
  }
}

// The pages of these tests have nothing else to do.
globalThis.requestIdleCallback ??= (work) => {
  queueMicrotask(() => work({ didTimeout: false, timeRemaining: () => 50 }));
  return 0;
};
globalThis.cancelIdleCallback ??= () => undefined;

let root: HTMLElement | undefined;

/** Shows a page and waits until it has asked for what it shows. */
export async function show(page: ComponentChild): Promise<void> {
  hide();
  const main = document.createElement('main');
  document.body.append(main);
  root = main;
  await act(() => render(page, main));
  await settle();
}

export function hide(): void {
  if (!root) return;
  render(null, root);
  root.remove();
  root = undefined;
}

/** The visible words of the page. */
export const text = (): string => root?.textContent ?? '';

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const own = element instanceof HTMLInputElement || element.matches('textarea, select');
  if (!own) return element.textContent?.trim() ?? '';
  const byFor = element.id && root?.querySelector(`label[for="${element.id}"]`);
  const around = element.closest('label');
  return (byFor || around?.querySelector('.choice-label') || around)?.textContent?.trim() ?? '';
}

/** All elements of this kind whose accessible name is `name`. */
export function all<Kind extends Element>(selector: string, name: string): Kind[] {
  return [...(root?.querySelectorAll<Kind>(selector) ?? [])].filter(
    (element) => nameOf(element) === name,
  );
}

/** The one element of this kind with this accessible name. */
export function one<Kind extends Element = HTMLElement>(selector: string, name: string): Kind {
  const found = all<Kind>(selector, name);
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(`${found.length} of ${selector} “${name}” in: ${root?.innerHTML}`);
  }
  return first;
}

export async function click(name: string): Promise<void> {
  await act(() => one<HTMLButtonElement>('button', name).click());
  await settle();
}

/** Puts `value` into the field of this name, as typing would. */
export async function type(name: string, value: string): Promise<void> {
  const field = one<HTMLInputElement | HTMLTextAreaElement>('input, textarea', name);
  await act(() => {
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function choose(name: string, value: string): Promise<void> {
  const field = one<HTMLSelectElement>('select', name);
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Presses a key where the focus is; answers whether the browser would go on to do its own. */
export async function press(key: string): Promise<boolean> {
  let goesOn = true;
  await act(() => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    goesOn = (document.activeElement ?? document.body).dispatchEvent(event);
  });
  await settle();
  return goesOn;
}
