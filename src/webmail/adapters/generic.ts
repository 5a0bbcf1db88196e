import type { Adapter, Compose } from '../types.ts';
import { isVisible } from '../visible.ts';
import { blankSite } from './blank-site.ts';
import { createCompose } from './compose.ts';
import { editorKind } from './editor-kind.ts';
import type { SiteData } from './site-data.ts';

/** Smaller is a search box, a chat line or a comment's first line; CSS pixels. */
const smallest = { width: 80, height: 30 };

/** Single lines, secrets, and what cannot be written in. */
const notForText = [
  '[aria-multiline="false"]',
  'textarea[rows="1"]',
  '[readonly]',
  '[disabled]',
  '[autocomplete^="cc-"]',
  '[autocomplete="one-time-code"]',
  '[autocomplete$="password"]',
].join(',');

const notForLetters = '[role="search"], [role="searchbox"], [role="combobox"], [type="search"]';

const editable = 'textarea, [contenteditable]:not([contenteditable="false"])';

/**
 * Any field that somebody writes a longer text in, on a page we know nothing of. It never takes a
 * click for a send: only a form that is submitted and then leaves.
 */
export const generic: Adapter = {
  id: 'generic',
  matches: () => true,
  find: (from) => findAnyField(from, []),
};

/** The text field that `from` is in; `missing`: what the page's own adapter looked for in vain. */
export function findAnyField(from: Element, missing: Compose['missing']): Compose | null {
  const field = fieldOf(from);
  if (!field || !isForText(field)) return null;
  const compose = known.get(field) ?? makeCompose(field, missing);
  known.set(field, compose);
  return compose;
}

const known = new WeakMap<HTMLElement, Compose>();

function fieldOf(from: Element): HTMLElement | null {
  const view = from.ownerDocument.defaultView;
  const body = from.ownerDocument.body;
  if (view?.frameElement && (body?.isContentEditable || from.ownerDocument.designMode === 'on')) {
    return body;
  }
  let field = from.closest<HTMLElement>(editable);
  // The outermost one: editors put editable boxes into editable boxes.
  for (
    let outer = field;
    outer;
    outer = outer.parentElement?.closest<HTMLElement>(editable) ?? null
  ) {
    field = outer;
  }
  return field;
}

function isForText(field: HTMLElement): boolean {
  if (!isVisible(field) || field.matches(notForText) || field.closest(notForLetters)) return false;
  if (isDecoy(field)) return false;
  // The body of a frame is as high as its text.
  const frame = field.localName === 'body' && field.ownerDocument.defaultView?.frameElement;
  const { width, height } = (frame || field).getBoundingClientRect();
  return width >= smallest.width && height >= smallest.height;
}

/** Whether it takes the focus without anybody seeing it: for scripts, or to catch them. */
function isDecoy(field: HTMLElement): boolean {
  const { right, bottom } = field.getBoundingClientRect();
  const { scrollX = 0, scrollY = 0 } = field.ownerDocument.defaultView ?? {};
  const isBeyond = right + scrollX <= 0 || bottom + scrollY <= 0;
  return isBeyond || !field.checkVisibility({ opacityProperty: true });
}

function makeCompose(field: HTMLElement, missing: Compose['missing']): Compose {
  const frame = field.ownerDocument.defaultView?.frameElement;
  const outer = frame && field.localName === 'body' ? frame : field;
  const root = outer.closest<HTMLElement>('form, [role="dialog"]') ?? outer.parentElement ?? field;
  const data: SiteData = { ...anySite, ...editorKind(field) };
  const editor = (): HTMLElement | null => (isVisible(field) ? field : null);
  return createCompose(root, data, { editor }, missing);
}

const anySite: SiteData = {
  ...blankSite,
  id: 'generic',
  editors: [],
  subject: 'input[name*="subject" i]',
  addressFields: 'input[type="email"], input[name="to"], textarea[name="to"]',
  send: [],
};
