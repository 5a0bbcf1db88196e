import type { CancelSignal } from '../learning/ports.ts';

/** Why a call was ended from our side; `null` while it was not. */
export type StallEnd = 'cancelled' | 'silent' | null;

export interface StallWatch {
  /** Aborted when the call is to end. */
  readonly signal: AbortSignal;
  /** To be called whenever the server says something. */
  heard(): void;
  ended(): StallEnd;
  /** To be called when the call is over. */
  stop(): void;
}

/** A server that says a word now and then for longer than this many silences will never be done. */
const silencesInAll = 20;

/**
 * Ends a call when the user does, when nothing was heard for `silenceMs`, or after twenty times that,
 * whatever was heard.
 */
export function createStallWatch(silenceMs: number, outer: CancelSignal | undefined): StallWatch {
  const controller = new AbortController();
  let end: StallEnd = null;
  const finish = (why: 'cancelled' | 'silent'): void => {
    end ??= why;
    controller.abort();
  };
  let timer = setTimeout(() => finish('silent'), silenceMs);
  const inAll = setTimeout(() => finish('silent'), silencesInAll * silenceMs);
  if (outer?.aborted) finish('cancelled');
  outer?.addEventListener('abort', () => finish('cancelled'), { once: true });
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish('silent'), silenceMs);
    },
    ended: () => end,
    stop: () => {
      clearTimeout(timer);
      clearTimeout(inAll);
    },
  };
}
