import { untilChanged } from './await-editor.ts';
import { everythingIn } from './editor-text.ts';
import { undoesItself } from './editor-traits.ts';
import { nextTask } from './next-task.ts';
import type { EditorRef } from './types.ts';

/**
 * Takes one step back in an editor's history, or forth; resolves once the editor shows it. An editor
 * with undo steps of its own is given the keys: the browser's history knows nothing of them.
 */
export async function undoStep(editor: EditorRef, way: 'undo' | 'redo'): Promise<void> {
  const { element } = editor;
  const before = everythingIn(element);
  const keys = undoesItself(element) && pressUndoKeys(element, way);
  if (!keys) editor.document.execCommand(way);
  await nextTask();
  if (keys) await untilChanged(editor, before);
}

/** Gives an element the keys for it; answers whether the editor took them. */
export function pressUndoKeys(element: HTMLElement, way: 'undo' | 'redo'): boolean {
  const isMac = /Mac|iP/.test(navigator.platform);
  const press = new KeyboardEvent('keydown', {
    key: way === 'redo' && isMac ? 'Z' : 'z',
    code: 'KeyZ',
    keyCode: 90,
    ctrlKey: !isMac,
    metaKey: isMac,
    shiftKey: way === 'redo',
    bubbles: true,
    cancelable: true,
  });
  return !element.dispatchEvent(press);
}
