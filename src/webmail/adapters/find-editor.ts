import { isTextarea } from '../reading-rules.ts';
import type { EditorRef } from '../types.ts';
import { isVisible } from '../visible.ts';

/** The first of `selectors` in `root` that can be seen and typed into; a frame stands for what is typed into in it. */
export function findEditor(root: HTMLElement, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const first = root.matches(selector) ? root : root.querySelector<HTMLElement>(selector);
    // Mostly it is this one, and then what is in it need not be searched.
    const isFound = first === root || usable(first) !== null;
    for (const element of isFound ? [first] : root.querySelectorAll<HTMLElement>(selector)) {
      const editor = usable(element);
      if (editor) return editor;
    }
  }
  return null;
}

/** What is typed into in an element that can be seen. */
function usable(element: HTMLElement | null): HTMLElement | null {
  if (!element || !isVisible(element)) return null;
  return isFrame(element) ? editableIn(element) : element;
}

/** How text is put into `element`; the site's own way for what is no plain text field. */
export function familyOf(
  element: HTMLElement,
  site: Pick<EditorRef, 'family' | 'block'>,
): Pick<EditorRef, 'family' | 'block'> {
  return isTextarea(element)
    ? { family: 'textarea', block: 'br' }
    : { family: site.family, block: site.block };
}

const isFrame = (element: HTMLElement): element is HTMLIFrameElement =>
  element.localName === 'iframe';

/** What is typed into in a frame: mostly its body, in some editors an element in it. */
function editableIn(frame: HTMLIFrameElement): HTMLElement | null {
  // `null` for a frame of another site.
  const inside = frame.contentDocument;
  const isEditable = inside?.body?.isContentEditable || inside?.designMode === 'on';
  if (isEditable) return inside.body;
  return inside?.querySelector<HTMLElement>('[contenteditable="true"]') ?? null;
}
