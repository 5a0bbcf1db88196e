import type { Adapter, Compose } from '../types.ts';
import { boxAround } from './box-around.ts';
import { createCompose } from './compose.ts';
import { findAnyField } from './generic.ts';
import { missingParts } from './missing-parts.ts';
import type { Overrides, SiteData } from './site-data.ts';

/**
 * An adapter from data; `overrides` where data is not enough. Where a compose box has not the parts
 * that the data names, the page was changed since: the box is then any text field, and says so.
 */
export function createAdapter(data: SiteData, overrides: Overrides = {}): Adapter {
  const known = new WeakMap<HTMLElement, Compose>();
  const rootOf = overrides.root ?? ((from: Element) => boxAround(from, data));
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
      const before = known.get(root);
      if (before) return before.editor() ? before : null;
      const missing = missingParts(data, root);
      if (missing.length > 0) return findAnyField(from, missing);
      const compose = createCompose(root, data, { ...overrides, root: rootOf });
      known.set(root, compose);
      return compose;
    },
  };
}
