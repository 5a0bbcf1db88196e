import { everythingIn } from './editor-text.ts';
import { undoesLate } from './editor-traits.ts';
import { noMarks } from './marks.ts';
import { sortBody } from './quote-and-signature.ts';
import { caretToEnd } from './select-lines.ts';
import type { EditorRef } from './types.ts';
import { undoStep } from './undo-step.ts';

/** Everything in an editor before and after we put a draft into it. */
interface Insertion {
  readonly before: string;
  readonly after: string;
  readonly draft: string;
  /** Our own draft before it, which made way; empty where there was none. */
  readonly replaced: string;
  /** Index of the line in `before` that it went to; `null` above all of them. */
  readonly line: number | null;
}

/** The last one of each editor; gone with the editor. */
const last = new WeakMap<HTMLElement, Insertion>();

export function rememberInsertion(element: HTMLElement, insertion: Insertion): void {
  last.set(element, insertion);
}

/**
 * Takes our insertion of `draft` back by undo, where nothing was changed since; answers which
 * draft of ours stands there again (empty for none), or `null` where it was not taken back. The caret
 * is where it was: some editors bring back one from long before.
 */
export async function undoLast(editor: EditorRef, draft: string): Promise<string | null> {
  const insertion = last.get(editor.element);
  if (insertion?.draft !== draft || everythingIn(editor.element) !== insertion.after) return null;
  if (undoesLate(editor.element)) return null;
  if (!(await undoUntil(editor, insertion.before))) return null;
  last.delete(editor.element);
  if (insertion.line !== null) {
    const { lines } = sortBody(editor.element, editor.marks ?? noMarks);
    caretToEnd(editor.element, lines, insertion.line);
  }
  return insertion.replaced;
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
