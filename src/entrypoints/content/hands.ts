import type { FaultCode } from '../../learning/fault.ts';
import { type Edits, watchEdits } from '../../webmail/edit-watch.ts';
import { insertDraft, undoInsertion } from '../../webmail/inserter.ts';
import { type SendListener, type SendWatch, watchSend } from '../../webmail/send-watch.ts';
import type { Compose, EditorRef } from '../../webmail/types.ts';

/** How a message ended. */
export type Heard = Pick<SendListener, 'onSent' | 'onDiscarded'>;

/** What the webmail layer does for a session. */
export interface Hands {
  insert(editor: EditorRef, text: string, replace: string | null): Promise<FaultCode | null>;
  undo(editor: EditorRef, text: string): Promise<boolean>;
  watchEdits(
    compose: Compose,
    signal: AbortSignal,
    known?: Parameters<typeof watchEdits>[2],
  ): Edits;
  watchSend(compose: Compose, heard: Heard, signal: AbortSignal): SendWatch;
}

/** It, in the real page. */
export const hands: Hands = {
  async insert(editor, text, replace) {
    const result = await insertDraft(editor, text, { replace });
    return result.ok ? null : result.fault;
  },
  undo: async (editor, text) => undoInsertion(editor, text),
  watchEdits,
  watchSend: (compose, { onSent, onDiscarded }, signal) =>
    watchSend(compose, {
      signal,
      onPending: () => undefined,
      onSent,
      onDiscarded,
      now: () => Date.now(),
    }),
};
