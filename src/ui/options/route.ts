import { type ReadonlySignal, signal } from '@preact/signals';

/** The views of the dashboard, in the order they are offered; the first is where one arrives. */
export const views = ['preferences', 'history', 'progress', 'models', 'privacy', 'backup'] as const;
export type View = (typeof views)[number];

/** The view that the address of the page names, such as `options.html#history`. */
export interface Route {
  readonly view: ReadonlySignal<View>;
  /** Stops following the address. */
  close(): void;
}

export const hrefOf = (view: View): string => `#${view}`;

/** Follows the address, also when the user goes back. */
export function createRoute(): Route {
  const read = (): View => views.find((view) => hrefOf(view) === location.hash) ?? views[0];
  const view = signal(read());
  const follow = (): void => {
    view.value = read();
  };
  addEventListener('hashchange', follow);
  return { view, close: () => removeEventListener('hashchange', follow) };
}
