import type { Point } from './in-sight.ts';

/** How long, in milliseconds, a panel must have been in sight before a click on it counts. */
export const dwell = 400;

/** How long, in milliseconds, it must have stood still: what jumped under the pointer was not aimed at. */
export const still = 250;

/** What of a control's edge may be covered, in window pixels: a focus ring of its neighbour. */
const edge = 3;

/** How far, in window pixels, it may go and is still under the same pointer. */
const step = 8;

/** Whether a person sees our element, and all of these places in it; see `isInSight`. */
export interface Sight {
  readonly isSeen: (points: readonly Point[]) => boolean;
}

/** Keeps clicks out that nobody meant; see `createClickGuard`. */
export interface ClickGuard {
  /** To be used as a `ref`: remembers when this surface came into sight. */
  readonly surface: (element: Element | null) => void;
  /** We put our element to this place, in window pixels. */
  readonly moved: (place: { readonly left: number; readonly top: number }) => void;
  /** To be used as a capturing listener on the shadow root. */
  readonly check: (event: Event) => void;
}

/**
 * A page could press our buttons in two ways: with events it makes itself, or by having us appear
 * under a finger that is about to click (clickjacking). So only the browser's own events act, a click
 * by pointer counts only after `dwell`, and the second half of a double click never does. Nor does
 * anything that is done where the page hides, bends or covers us.
 */
export function createClickGuard(now: () => number, { isSeen }: Sight): ClickGuard {
  const shownAt = new Map<Element, number>();
  let place = { left: 0, top: 0 };
  let movedAt = Number.NEGATIVE_INFINITY;
  const isMeant = (event: Event): boolean => {
    if (event.type !== 'click') return true;
    const aim = aimOf(event);
    return (
      isSeen(aim) &&
      !(aim.length > 0 && (now() - movedAt < still || tooSoon(event, shownAt, now())))
    );
  };
  return {
    moved(next) {
      const far = Math.max(Math.abs(next.left - place.left), Math.abs(next.top - place.top));
      if (far < step) return;
      place = { left: next.left, top: next.top };
      movedAt = now();
    },
    surface(element) {
      for (const old of shownAt.keys()) if (!old.isConnected) shownAt.delete(old);
      if (element && !shownAt.has(element)) shownAt.set(element, now());
    },
    check(event) {
      if (!event.isTrusted || !isMeant(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
  };
}

/**
 * Where a click went, and the middles of the pressed control's edges: of a button that only a hole in a
 * cover lets through, nobody knows what it is. Enter and Space press with a count of 0, and aim nowhere.
 */
function aimOf(event: Event): readonly Point[] {
  if (!(event instanceof MouseEvent) || event.detail === 0) return [];
  const pressed = event.composedPath().find((one) => one instanceof HTMLButtonElement);
  const { left, right, top, bottom } = pressed?.getBoundingClientRect() ?? new DOMRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const edges = [
    { x, y: top + edge },
    { x, y: bottom - edge },
    { x: left + edge, y },
    { x: right - edge, y },
  ];
  const hasSize = right - left > 2 * edge && bottom - top > 2 * edge;
  return [{ x: event.clientX, y: event.clientY }, ...(hasSize ? edges : [])];
}

function tooSoon(event: Event, shownAt: ReadonlyMap<Element, number>, now: number): boolean {
  if (event instanceof UIEvent && event.detail > 1) return true;
  const path = event.composedPath();
  return [...shownAt].some(([surface, since]) => now - since < dwell && path.includes(surface));
}
