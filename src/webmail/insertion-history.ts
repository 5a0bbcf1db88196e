import { everythingIn } from './editor-text.ts';
import type { EditorRef } from './types.ts';

/** Everything in an editor before and after we put a draft into it. */
interface Insertion {
  readonly before: string;
  readonly after: string;
  readonly draft: string;
}

/** The last one of each editor; gone with the editor. */
const last = new WeakMap<HTMLElement, Insertion>();

export function rememberInsertion(element: HTMLElement, insertion: Insertion): void {
  last.set(element, insertion);
}

/** Takes our insertion of `draft` back by undo, where nothing was changed since; answers whether. */
export function undoLast(editor: EditorRef, draft: string): boolean {
  const insertion = last.get(editor.element);
  if (insertion?.draft !== draft || everythingIn(editor.element) !== insertion.after) return false;
  if (!undoUntil(editor, insertion.before)) return false;
  last.delete(editor.element);
  return true;
}

/**
 * Undoes until an editor holds `text` again; answers whether it does. What did not help is redone, so
 * nothing older than our own insertion is lost.
 */
export function undoUntil(editor: EditorRef, text: string): boolean {
  const most = 3;
  for (let steps = 0; steps <= most; steps++) {
    if (everythingIn(editor.element) === text) return true;
    if (steps < most) editor.document.execCommand('undo');
  }
  for (let steps = 0; steps < most; steps++) editor.document.execCommand('redo');
  return false;
}
