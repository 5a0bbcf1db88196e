/**
 * TinyMCE keeps its own undo steps and answers Ctrl+Z itself, but does not notice a command given to
 * its document. It notes a step when a drag ends there, so it is told of one, before and after.
 * Nothing happens in other editors.
 */
export function markStep(element: HTMLElement): void {
  if (!element.classList.contains('mce-content-body')) return;
  element.dispatchEvent(new Event('dragend', { bubbles: true }));
}
