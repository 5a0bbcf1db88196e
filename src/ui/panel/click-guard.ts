/** How long, in milliseconds, a panel must have been in sight before a click on it counts. */
export const dwell = 400;

/** Keeps clicks out that nobody meant; see `createClickGuard`. */
export interface ClickGuard {
  /** To be used as a `ref`: remembers when this surface came into sight. */
  readonly surface: (element: Element | null) => void;
  /** To be used as a capturing listener on the shadow root. */
  readonly check: (event: Event) => void;
}

/**
 * A page could press our buttons in two ways: with events it makes itself, or by having us appear
 * under a finger that is about to click (clickjacking). So only the browser's own events act, a click
 * by pointer counts only after `dwell`, and the second half of a double click never does.
 */
export function createClickGuard(now: () => number): ClickGuard {
  const shownAt = new Map<Element, number>();
  return {
    surface(element) {
      for (const old of shownAt.keys()) if (!old.isConnected) shownAt.delete(old);
      if (element && !shownAt.has(element)) shownAt.set(element, now());
    },
    check(event) {
      if (!event.isTrusted || (event.type === 'click' && tooSoon(event, shownAt, now()))) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
  };
}

function tooSoon(event: Event, shownAt: ReadonlyMap<Element, number>, now: number): boolean {
  // Enter and Space press a button, too, with a count of 0. Those are not aimed at a place.
  const presses = event instanceof UIEvent ? event.detail : 0;
  if (presses === 0) return false;
  if (presses > 1) return true;
  const path = event.composedPath();
  return [...shownAt].some(([surface, since]) => now - since < dwell && path.includes(surface));
}
