import { everythingIn } from './editor-text.ts';
import { selectionLag } from './editor-traits.ts';
import { nextTask } from './next-task.ts';
import type { EditorRef } from './types.ts';

const selectionPatienceMs = 50;

/**
 * Resolves once an editor with a model of its own has heard of what was selected in this task: it goes
 * by an event that comes later, where the selection was changed at all.
 */
export async function selectionHeard({ element, document }: EditorRef): Promise<void> {
  await new Promise<void>((heard) => {
    document.addEventListener('selectionchange', () => heard(), { once: true });
    setTimeout(heard, selectionPatienceMs);
  });
  await nextTask(selectionLag(element));
}

const changePatienceMs = 100;

/** Resolves once it shows something else than `before`, or after 100 ms: some draw a few tasks later. */
export async function untilChanged({ element }: EditorRef, before: string): Promise<void> {
  const isShown = (): boolean => everythingIn(element) !== before;
  for (let waited = 0; waited < changePatienceMs && !isShown(); waited += 10) await nextTask(10);
}
