import { aim } from './aim.ts';
import { selectionHeard, untilChanged } from './await-editor.ts';
import { everythingIn, isInserted, isTakenOut } from './editor-text.ts';
import { hasModel, takesOnlyPaste } from './editor-traits.ts';
import { findDraft } from './find-draft.ts';
import { rememberInsertion, undoLast, undoUntil } from './insertion-history.ts';
import { markStep } from './mark-step.ts';
import { noMarks } from './marks.ts';
import { sortBody } from './quote-and-signature.ts';
import { caretToEnd, selectLines } from './select-lines.ts';
import { type Technique, techniques } from './techniques.ts';
import type { EditorRef } from './types.ts';

/** What became of a draft. `technique` is for people who look for a fault in a webmail. */
export type InsertResult =
  | { readonly ok: true; readonly technique: Technique['name'] }
  | { readonly ok: false; readonly fault: 'compose-gone' | 'not-inserted' };

/**
 * Puts a draft into an editor as one undo step: where the caret is, or else below the user's own text,
 * always above signature and quote, never over what the user wrote. `replace` is our own last draft: it
 * makes way where it still stands there unchanged. What came out wrong is taken back before the next
 * technique is tried; where none works, the draft is on the clipboard and the editor as it was.
 */
export async function insertDraft(
  editor: EditorRef,
  text: string,
  options: { readonly replace: string | null },
): Promise<InsertResult> {
  const { element } = editor;
  if (!element.isConnected || !editor.document.defaultView) {
    return { ok: false, fault: 'compose-gone' };
  }
  const draft = asInserted(text);
  const old = asInserted(options.replace ?? '');
  element.focus({ preventScroll: true });
  markStep(element);
  const replaced = (old === '' ? null : await undoLast(editor, old)) ?? old;
  const before = everythingIn(element);
  for (const technique of draft === '' ? [] : waysInto(editor)) {
    const target = aim(editor, replaced);
    await technique.run(editor, draft, target);
    const after = everythingIn(element);
    // Found among the user's own lines, so it did not end up in a quote or a signature.
    const own = sortBody(element, editor.marks ?? noMarks);
    const span = findDraft(own, draft);
    if (span && isInserted(before, after, draft, target.replaced)) {
      markStep(element);
      rememberInsertion(element, {
        before,
        after,
        draft,
        replaced: target.replaced,
        line: target.place.line,
      });
      // The user goes on at the end of the draft, not in the room below it. A step may build the
      // text anew.
      caretToEnd(element, sortBody(element, editor.marks ?? noMarks).lines, span.to);
      return { ok: true, technique: technique.name };
    }
    // An editor that cannot be brought back is left alone: another try could double the text.
    if (!(await undoUntil(editor, before))) break;
  }
  await copy(draft);
  return { ok: false, fault: 'not-inserted' };
}

/**
 * Takes our draft out again: by undo where it was the last thing that happened, else by deleting just
 * its own text. Answers `false`, and changes nothing, where it no longer stands there as it was.
 */
export async function undoInsertion(editor: EditorRef, text: string): Promise<boolean> {
  const { element, marks = noMarks } = editor;
  const draft = asInserted(text);
  if (!element.isConnected || draft === '') return false;
  element.focus({ preventScroll: true });
  markStep(element);
  if ((await undoLast(editor, draft)) !== null) return true;
  const before = everythingIn(element);
  const sorted = sortBody(element, marks);
  const span = findDraft(sorted, draft);
  if (!span) return false;
  selectLines(element, sorted.lines, span);
  if (hasModel(element)) await selectionHeard(editor);
  editor.document.execCommand('delete');
  if (hasModel(element)) await untilChanged(editor, before);
  markStep(element);
  if (isTakenOut(before, everythingIn(element), draft)) return true;
  await undoUntil(editor, before);
  return false;
}

const waysInto = ({ element, family }: EditorRef): readonly Technique[] =>
  techniques[family].filter(({ name }) => name === 'paste' || !takesOnlyPaste(element));

/** A draft as we put it in: no blank lines around it. */
const asInserted = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page may forbid it. The panel still shows the draft, so nothing is lost.
  }
}
