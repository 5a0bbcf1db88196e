import { type ReadonlySignal, signal } from '@preact/signals';
import { call } from '../../browser/call.ts';
import type { Response } from '../../protocol/messages.ts';

/** What was taken out last and can still be put back. */
interface LastTaken {
  readonly token: string;
  readonly text: string;
}

/** Taking mails out of the memory, and the way back. Rejects with the background's `Fault`. */
export interface TakenBook {
  readonly last: ReadonlySignal<LastTaken | null>;
  /** `text` says afterwards what was done. */
  take(
    ids: readonly string[],
    how: 'erase' | 'leave-out',
    text: (done: Response<'memory.take-out'>) => string,
  ): Promise<void>;
  undo(): Promise<void>;
  forget(): void;
}

export function createTakenBook(): TakenBook {
  const last = signal<LastTaken | null>(null);
  return {
    last,
    take: async (ids, how, text) => {
      const done = await call('memory.take-out', { ids: [...ids], how });
      last.value = { token: done.token, text: text(done) };
    },
    undo: async () => {
      const token = last.value?.token;
      if (token === undefined) return;
      await call('memory.put-back', { token });
      last.value = null;
    },
    forget: () => {
      last.value = null;
    },
  };
}
