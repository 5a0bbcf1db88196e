import { type Box, overlap } from './place.ts';

/**
 * Whether nothing anybody reads or presses is under `box` (window pixels): no text of the editor, no
 * button or field of the page. Our own host must not be hit while this runs.
 */
export function isFreePlace(editor: HTMLElement, box: Box, document: Document): boolean {
  return samples(box).every(
    ([x, y]) => !isControl(document.elementFromPoint(x, y), editor) && !hasText(editor, x, y, box),
  );
}

/** Whether a button or field of the page is under `box`, even in part. As above, look without our host. */
export function coversControl({ left, top, width, height }: Box, document: Document): boolean {
  const finest = 12;
  for (let y = top; y <= top + height; y += finest) {
    for (let x = left; x <= left + width; x += finest) {
      if (isControl(document.elementFromPoint(x, y), null)) return true;
    }
  }
  return false;
}

/** The middle and the four corners, a little inside. */
function samples({ left, top, width, height }: Box): [number, number][] {
  const [near, far] = [3, 3];
  return [
    [left + width / 2, top + height / 2],
    [left + near, top + near],
    [left + width - far, top + near],
    [left + near, top + height - far],
    [left + width - far, top + height - far],
  ];
}

function isControl(hit: Element | null, editor: HTMLElement | null): boolean {
  const control = hit?.closest('a, button, input, select, textarea, [role=button], [role=textbox]');
  return (
    control !== null && control !== undefined && (editor === null || !control.contains(editor))
  );
}

function hasText(editor: HTMLElement, x: number, y: number, box: Box): boolean {
  if (editor instanceof HTMLTextAreaElement) {
    const { width, height } = overlap(editor.getBoundingClientRect(), box);
    return width > 0 && height > 0 && box.top < endOfText(editor);
  }
  const frame = editor.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const [left, top] = [frame?.left ?? 0, frame?.top ?? 0];
  const character = characterAt(editor.ownerDocument, x - left, y - top);
  if (!character || !editor.contains(character.startContainer)) return false;
  return [...character.getClientRects()].some(
    (rect) =>
      rect.left + left < box.left + box.width &&
      rect.right + left > box.left &&
      rect.top + top < box.top + box.height &&
      rect.bottom + top > box.top,
  );
}

/** The characters on both sides of the caret that a click at this point would set. */
function characterAt(document: Document, x: number, y: number): Range | null {
  const [node, offset] = caretAt(document, x, y);
  if (!(node?.nodeType === Node.TEXT_NODE)) return null;
  const range = document.createRange();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(node.textContent?.length ?? 0, offset + 1));
  return range;
}

function caretAt(document: Document, x: number, y: number): [Node | null, number] {
  // The standard call is missing in Chromium before 128, the old one in Firefox.
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return [position?.offsetNode ?? null, position?.offset ?? 0];
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return [range?.startContainer ?? null, range?.startOffset ?? 0];
}

/**
 * About where the text of a textarea ends, in window pixels: its characters have no boxes one could
 * ask for, so this counts lines as if a letter were a little over half as wide as high.
 */
function endOfText(field: HTMLTextAreaElement): number {
  const box = field.getBoundingClientRect();
  if (field.scrollHeight > field.clientHeight + 1) return box.bottom;
  const style = getComputedStyle(field);
  const size = Number.parseFloat(style.fontSize) || 14;
  const height = Number.parseFloat(style.lineHeight) || size * 1.3;
  const letters = Math.max(1, Math.floor(field.clientWidth / (size * 0.55)));
  const lines = field.value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  return field.value === '' ? box.top : box.top + (lines + 1) * height;
}
