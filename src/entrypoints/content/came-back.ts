import type { Compose } from '../../webmail/types.ts';

/** Remembers for a while the boxes whose messages were sent, for some of them come back. */
export interface CameBack {
  add(compose: Compose): void;
  /** Those that stand there again ("undo send"); each is told once. */
  look(): readonly Compose[];
}

/** Longer than any page offers to undo a send, and than an ending is held back. */
const keptMs = 40_000;

/** `now`: milliseconds. It has no timer: it looks when it is asked to. */
export function watchForReturn(now: () => number): CameBack {
  const gone = new Map<Compose, number>();
  return {
    add: (compose) => void gone.set(compose, now()),
    look() {
      const back: Compose[] = [];
      for (const [compose, since] of gone) {
        const isBack = compose.sight() !== 'gone';
        if (isBack) back.push(compose);
        if (isBack || now() - since > keptMs) gone.delete(compose);
      }
      return back;
    },
  };
}
