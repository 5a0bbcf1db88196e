/**
 * Remembers where somebody is writing and answers with a function that puts focus and caret back
 * there. Needed because a click into our panel takes the page's selection away.
 */
export function keepCaret(editor: HTMLElement): () => void {
  const selection = editor.ownerDocument.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  // A textarea keeps its own caret. A range follows the changes of its document, so no copy is made
  // of the offsets; a range outside of the editor says nothing about it.
  const kept = range && editor.contains(range.startContainer) ? range.cloneRange() : null;
  return () => {
    if (!editor.isConnected) return;
    editor.focus({ preventScroll: true });
    if (!kept || !editor.contains(kept.startContainer)) return;
    const now = editor.ownerDocument.getSelection();
    now?.removeAllRanges();
    now?.addRange(kept);
  };
}
