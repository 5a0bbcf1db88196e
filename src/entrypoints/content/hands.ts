import { watchEdits } from '../../webmail/edit-watch.ts';
import { insertDraft, undoInsertion } from '../../webmail/inserter.ts';
import { watchSend } from '../../webmail/send-watch.ts';
import type { Hands } from './session.ts';

/** What the webmail layer does for a session, in the real page. */
export const hands: Hands = {
  async insert(editor, text, replace) {
    const result = await insertDraft(editor, text, { replace });
    return result.ok ? null : result.fault;
  },
  undo: async (editor, text) => undoInsertion(editor, text),
  watchEdits: (compose, signal) => watchEdits(compose, signal),
  watchSend: (compose, { onSent, onDiscarded }, signal) =>
    watchSend(compose, {
      signal,
      onPending: () => undefined,
      onSent,
      onDiscarded,
      now: () => Date.now(),
    }),
};
