import type { Runtime } from 'webextension-polyfill';
import { browser } from './extension.ts';

/**
 * Answers messages from our other contexts in the one way both browsers know; `undefined` leaves a
 * message to another listener, and what is answered must not reject. Answers with a function that
 * stops listening.
 */
export function onMessage(
  answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined,
): () => void {
  const hear = (
    message: unknown,
    sender: Runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    const answered = answer(message, sender);
    if (!answered) return undefined;
    void answered.then(respond);
    return true;
  };
  // The types know listeners that always answer and ones that never do; ours may do either.
  const listener = hear as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
