import type { call } from '../../browser/call.ts';
import { asFault, type FaultData } from '../../learning/fault.ts';
import type { EditCost } from '../../learning/types.ts';
import type { Request } from '../../protocol/messages.ts';

/** How an episode ended. */
export type Ending = Request<'episode.finish'>;

export interface FinisherPorts {
  readonly call: typeof call;
  /** Whether the extension is still the one that put us here. */
  readonly alive: () => boolean;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onNoted: (cost: EditCost | null) => void;
  readonly onFault: (fault: FaultData) => void;
}

/** Tells the background how episodes ended; what it has not taken yet stays here. */
export interface Finisher {
  /** Rejects never; a text that could not be handed over is kept for `retry`. */
  finish(ending: Ending): Promise<void>;
  /** The message came back before this was handed over: it did not end. */
  forget(episodeId: string): void;
  /** Hands over what is still waiting. */
  retry(): Promise<void>;
  /** How many endings wait. */
  waiting(): number;
}

/**
 * Milliseconds between tries: a background that was killed in mid-answer is up again at once, but the
 * process that Firefox has for extensions may need a while on a busy machine.
 */
const pauses = [200, 800, 2_400, 6_000, 15_000];

/** Makes the one `Finisher` of a page. */
export function createFinisher(ports: FinisherPorts): Finisher {
  const pending = new Map<string, Ending>();
  const running = new Set<string>();

  const attempt = async (ending: Ending): Promise<void> => {
    // One message with all that belongs to it: of a page that is being left, the second is never sent.
    const { noted, cost } = await ports.call('episode.finish', ending);
    pending.delete(ending.episodeId);
    if (noted) ports.onNoted(cost);
  };

  const insist = async (ending: Ending): Promise<void> => {
    if (running.has(ending.episodeId)) return;
    running.add(ending.episodeId);
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          await attempt(ending);
          return;
        } catch (thrown) {
          const fault = asFault(thrown, 'storage-failed');
          const pause = pauses[tries];
          if (fault.code === 'reload-needed' && pause !== undefined && ports.alive()) {
            await ports.wait(pause);
            if (!pending.has(ending.episodeId)) return;
            continue;
          }
          // Erased meanwhile, or refused: no later try will be answered otherwise.
          if (fault.code === 'not-found' || fault.code === 'not-allowed') {
            pending.delete(ending.episodeId);
          }
          if (ending.outcome !== 'discarded') ports.onFault(fault);
          return;
        }
      }
    } finally {
      running.delete(ending.episodeId);
    }
  };

  return {
    async finish(ending) {
      // The first word on an episode stands: it was sent, or thrown away, only once.
      if (pending.has(ending.episodeId)) return;
      pending.set(ending.episodeId, ending);
      await insist(ending);
    },
    forget: (episodeId) => void pending.delete(episodeId),
    async retry() {
      await Promise.all([...pending.values()].map(insist));
    },
    waiting: () => pending.size,
  };
}
