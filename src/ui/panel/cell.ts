/** A value that tells when it changes. Small, for it is loaded into pages that never open a panel. */
export interface Cell<Value> {
  value: Value;
  /** Calls `changed` after every change; answers with a function that stops it. */
  subscribe(changed: () => void): () => void;
}

/** The same for those who may only look. */
export type ReadonlyCell<Value> = Readonly<Pick<Cell<Value>, 'value'>> &
  Pick<Cell<Value>, 'subscribe'>;

/** Makes a cell; setting the value it has already tells nobody. */
export function createCell<Value>(first: Value): Cell<Value> {
  const listeners = new Set<() => void>();
  let now = first;
  return {
    get value() {
      return now;
    },
    set value(next) {
      if (Object.is(next, now)) return;
      now = next;
      for (const changed of listeners) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
