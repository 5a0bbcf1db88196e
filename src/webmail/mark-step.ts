import { hasSnapshots, hasStepsByKey, isCkeditor4, isTinymce } from './editor-traits.ts';
import { pressUndoKeys } from './undo-step.ts';

/**
 * Has an editor note an undo step, before and after a draft is put in. These keep steps of their own
 * and answer Ctrl+Z themselves, but do not notice a command given to their document: without it, what
 * the user typed around the draft would be undone together with it. Nothing happens in other editors.
 */
export function markStep(element: HTMLElement): void {
  // It notes a step when a key is let go that may have moved the caret, or had nothing to do with text:
  // this one does nothing else. After a drag it would move the caret to where the pointer is.
  if (isTinymce(element)) {
    element.dispatchEvent(
      new KeyboardEvent('keyup', { key: 'Insert', keyCode: 45, bubbles: true }),
    );
  }
  // It notes one when a click may have moved the caret, and that there is one to go back to when a key
  // is let go after a change.
  else if (isCkeditor4(element)) {
    element.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    element.dispatchEvent(new Event('click', { bubbles: true }));
  }
  // It notes one when an input method has finished a word.
  else if (hasSnapshots(element)) {
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  } else if (hasStepsByKey(element)) {
    const { firstChild } = element;
    pressUndoKeys(element, 'undo');
    // It builds its text anew for a step. Where it took none, what the user undid must not come back.
    if (element.firstChild !== firstChild) pressUndoKeys(element, 'redo');
  }
}
