import { vi } from 'vitest';

/**
 * Counts from now on what a script hangs into a page: listeners, observers and timers that run. Call
 * `vi.unstubAllGlobals` and `vi.restoreAllMocks` afterwards.
 */
export function countLeftovers() {
  const listeners = new Set<string>();
  const observers = new Set<object>();
  const ids = new WeakMap<object, number>();
  const idOf = (thing: object | null): number => {
    const id = (thing && ids.get(thing)) ?? ++made;
    if (thing) ids.set(thing, id);
    return id;
  };
  let made = 0;

  const isCapture = (options: unknown): boolean =>
    options === true ||
    (typeof options === 'object' && options !== null && 'capture' in options && !!options.capture);
  const entryOf = (target: object, type: string, listener: object | null, options: unknown) =>
    `${idOf(target)} ${type} ${idOf(listener)} ${isCapture(options)}`;

  // The window has its own copies of what all other targets inherit.
  for (const owner of [ownerOf(document.body, 'addEventListener'), window]) {
    const { addEventListener, removeEventListener } = owner;
    vi.spyOn(owner, 'addEventListener').mockImplementation(function (
      this: EventTarget,
      ...[type, listener, options]: Parameters<EventTarget['addEventListener']>
    ) {
      addEventListener.call(this, type, listener, options);
      // Listeners on a signal go with it.
      if (this instanceof AbortSignal) return;
      const entry = entryOf(this, type, listener, options);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal?.aborted) return;
      listeners.add(entry);
      signal?.addEventListener('abort', () => listeners.delete(entry));
    });
    vi.spyOn(owner, 'removeEventListener').mockImplementation(function (
      this: EventTarget,
      ...[type, listener, options]: Parameters<EventTarget['removeEventListener']>
    ) {
      removeEventListener.call(this, type, listener, options);
      listeners.delete(entryOf(this, type, listener, options));
    });
  }

  class Counted {
    observe() {
      observers.add(this);
    }
    disconnect() {
      observers.delete(this);
    }
  }
  for (const kind of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    vi.stubGlobal(kind, class extends Counted {});
  }

  return () => ({
    listeners: listeners.size,
    observers: observers.size,
    timers: vi.getTimerCount(),
  });
}

function ownerOf(start: EventTarget, name: string): EventTarget {
  let owner: EventTarget = start;
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  return owner;
}
