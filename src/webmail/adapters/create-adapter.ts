import type { Adapter, Compose } from '../types.ts';
import { closestOf } from './closest-of.ts';
import { createCompose } from './compose.ts';
import type { Overrides, SiteData } from './site-data.ts';

/** An adapter from data; `overrides` where data is not enough. */
export function createAdapter(data: SiteData, overrides: Overrides = {}): Adapter {
  const known = new WeakMap<HTMLElement, Compose>();
  const rootOf = overrides.root ?? ((from: Element) => closestOf(from, data.root));
  return {
    id: data.id,
    matches: ({ hostname }, document) =>
      data.hosts.includes(hostname) ||
      (data.mark !== '' && document.querySelector(data.mark) !== null),
    find(from) {
      // An editor in a frame belongs to the box around the frame.
      const frame = from.ownerDocument.defaultView?.frameElement;
      const outer = frame && from.ownerDocument !== document ? frame : from;
      const root = rootOf(outer);
      if (!root) return null;
      // One object a box: it remembers what stood there before the user wrote.
      const compose = known.get(root) ?? createCompose(root, data, overrides);
      known.set(root, compose);
      return compose.editor() ? compose : null;
    },
  };
}
