import { APIError } from 'openai';
import { Fault } from '../learning/fault.ts';
import type { CancelSignal } from '../learning/ports.ts';
import { waitOf } from './openai-faults.ts';

/** Milliseconds in all that somebody at a panel waits without a word; the learning queue waits longer by itself. */
const patience = 5_000;
const mostTries = 2;
/** A server that is busy now and says when it will not be. */
const busy = [408, 409, 425, 429, 503, 504, 529];

/**
 * After how many milliseconds the same request is worth another try; `null` where it is not, where the
 * server does not say, and where that is more than a person waits for. `waits` are those before.
 */
export function againIn(thrown: unknown, waits: readonly number[]): number | null {
  if (!(thrown instanceof APIError) || !busy.includes(thrown.status ?? 0)) return null;
  const wait = waitOf(thrown.headers, null);
  if (wait === null || waits.length >= mostTries) return null;
  const before = waits.reduce((sum, one) => sum + one, 0);
  return before + wait <= patience ? wait : null;
}

/** Rejects with `cancelled` as soon as the user stops it. */
export function pause(milliseconds: number, signal: CancelSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Fault('cancelled'));
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
