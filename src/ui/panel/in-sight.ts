/** In window pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Less than this is a trick, not a look. */
const leastOpacity = 0.7;

/** What of the page's style would show us elsewhere, otherwise or not at all, and its harmless value. */
const plainStyle: Readonly<Record<string, readonly string[]>> = {
  visibility: ['visible'],
  filter: ['none', ''],
  transform: ['none', ''],
  translate: ['none', ''],
  rotate: ['none', ''],
  scale: ['none', ''],
  perspective: ['none', ''],
  'clip-path': ['none', ''],
  'mask-image': ['none', ''],
  'mix-blend-mode': ['normal', ''],
  zoom: ['1', 'normal', ''],
};

/**
 * Whether a person sees our element as we drew it: it stands where we put it, no style around it hides,
 * moves or bends it, and nothing is painted over `points` (none for a key press, which is aimed at no place). Not seen through: what lies over a frame from outside, and a popover that lets
 * clicks through and is hidden in a closed shadow tree.
 */
export function isInSight(host: Element, points: readonly Point[]): boolean {
  const { ownerDocument: document } = host;
  const around = document.documentElement;
  const view = document.defaultView;
  // Anywhere else, an element of the page is around it.
  if (!view || host.parentNode !== around) return false;
  if ([around, host].some((element) => !isPlain(view.getComputedStyle(element)))) return false;
  if (points.length === 0) return true;
  const hits = points.map(({ x, y }) => document.elementFromPoint(x, y));
  // Nothing is hit where a large panel ends outside the window.
  if (hits[0] === null || hits.some((hit) => hit !== null && hit !== host)) return false;
  const top = [...document.querySelectorAll(':popover-open, :modal')];
  if (top.some((element) => paints(view.getComputedStyle(element, '::backdrop')))) return false;
  return !painted(host, view).some((element) => covers(element, points));
}

function isPlain(style: CSSStyleDeclaration): boolean {
  if (Number(style.opacity || 1) < leastOpacity) return false;
  return Object.entries(plainStyle).every(([name, plain]) => {
    const value = style.getPropertyValue(name);
    return value === '' || plain.includes(value);
  });
}

/**
 * What is painted over an element with the highest `z-index` there is: what comes after it, and the top
 * layer. The browser's own hit test passes over those of them that let clicks through.
 */
function painted(host: Element, view: Window): Element[] {
  const { ownerDocument: document } = host;
  const after: Element[] = [];
  for (let next = host.nextElementSibling; next; next = next.nextElementSibling) after.push(next);
  const top = [...document.querySelectorAll(':popover-open, :modal, :fullscreen')];
  return [...after, ...top]
    .filter((element) => element !== document.documentElement)
    .flatMap((element) => [element, ...element.querySelectorAll('*')])
    .filter((element) => shows(element, view));
}

/** Whether it paints anything itself: other extensions lay empty boxes over the whole window. */
function shows(element: Element, view: Window): boolean {
  const style = view.getComputedStyle(element);
  if (/^(?:hidden|collapse)$/.test(style.visibility) || style.opacity === '0') return false;
  if (element.matches('img, picture, video, canvas, svg, svg *, iframe, object, embed, input'))
    return true;
  const hasText = [...element.childNodes].some(
    ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
  );
  // Somebody else's shadow tree may paint what cannot be looked up here.
  if (hasText || element.localName.includes('-')) return true;
  return paints(style);
}

function paints(style: CSSStyleDeclaration): boolean {
  const isClear = /^(?:|transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(style.backgroundColor);
  const pictures = [style.backgroundImage, style.boxShadow, style.backdropFilter];
  const hasEdge = !/^(?:|0px)$/.test(style.borderWidth);
  return !isClear || hasEdge || pictures.some((value) => value && !/^(?:none|normal)$/.test(value));
}

function covers(element: Element, points: readonly Point[]): boolean {
  return [...element.getClientRects()].some(({ left, right, top, bottom }) =>
    points.some(({ x, y }) => left <= x && x <= right && top <= y && y <= bottom),
  );
}
