/** Whether somebody can see the element: in the page, not hidden by itself or by what it is in. */
export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}
