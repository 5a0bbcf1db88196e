/** Whether the focus is in this element; looks from inside of a shadow tree as well. */
export function holdsFocus(element: HTMLElement | null): boolean {
  const root = element?.getRootNode();
  // A document or a shadow root; both know which of their own elements has the focus.
  const active = root && 'activeElement' in root ? root.activeElement : null;
  return active instanceof Element && element?.contains(active) === true;
}
