/** The element around `from` (or itself) that the first selector with a match finds. */
export function closestOf(from: Element, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = from.closest<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}
