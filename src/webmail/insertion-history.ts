import { everythingIn } from './editor-text.ts';
import type { EditorRef } from './types.ts';
import { undoStep } from './undo-step.ts';

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
export async function undoLast(editor: EditorRef, draft: string): Promise<boolean> {
  const insertion = last.get(editor.element);
  if (insertion?.draft !== draft || everythingIn(editor.element) !== insertion.after) return false;
  if (!(await undoUntil(editor, insertion.before))) return false;
  last.delete(editor.element);
  return true;
}

/**
 * Undoes until an editor holds `text` again; answers whether it does. What did not help is redone, so
 * nothing older than our own insertion is lost.
 */
export async function undoUntil(editor: EditorRef, text: string): Promise<boolean> {
  const most = 3;
  for (let steps = 0; steps <= most; steps++) {
    if (everythingIn(editor.element) === text) return true;
    if (steps < most) await undoStep(editor, 'undo');
  }
  for (let steps = 0; steps < most; steps++) await undoStep(editor, 'redo');
  return false;
}
