import { Fault } from '../../learning/fault.ts';
import type { Ids } from '../../learning/ports.ts';
import type { Taken } from '../../store/take-out.ts';

/** What was just taken out of the memory, so that it can be put back for a little while. */
export interface TakenOut {
  /** Keeps it, and answers the token that brings it back. */
  keep(taken: Taken): string;
  /** Gives it out, once; `too-late` where it is gone. */
  giveBack(token: string): Taken;
  forget(): void;
}

/** As long as somebody may still be looking at the line that offers to undo it. */
const keptMs = 5 * 60_000;
const most = 20;

/** In memory only: what was erased must not lie on the disk for the sake of an undo. */
export function createTakenOut(ids: Ids): TakenOut {
  const kept = new Map<string, Taken>();
  return {
    keep(taken) {
      const token = ids.next();
      kept.set(token, taken);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      setTimeout(() => kept.delete(token), keptMs);
      return token;
    },
    giveBack(token) {
      const taken = kept.get(token);
      if (!taken) throw new Fault('too-late');
      kept.delete(token);
      return taken;
    },
    forget: () => kept.clear(),
  };
}
