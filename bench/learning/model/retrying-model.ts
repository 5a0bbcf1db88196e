import { Fault, type FaultCode, isPassing } from '../../../src/learning/fault.ts';
import type { LanguageModel } from '../../../src/learning/ports.ts';

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

const usualTries = 6;
/** These cost a whole answer or the whole timeout each time, and seldom pass. */
const fewTries: Partial<Record<FaultCode, number>> = { 'cut-short': 2, 'timed-out': 2 };
const firstPause = 1_000;
/** A server that asks for a longer rest means a quota, which no run waits for. */
const longestPause = 600_000;

/**
 * Tries again what may pass by itself (`isPassing`: too many requests, a server that is down or gone):
 * six times at most, with pauses that double from a second on and are never shorter than what the
 * server asked for. Then rejects with the last `Fault`, whose detail says how often it was tried.
 */
export function createRetryingModel(model: LanguageModel, pause: Pause): LanguageModel {
  return {
    id: model.id,
    async complete(prompt, options) {
      for (let tried = 1; ; tried++) {
        try {
          return await model.complete(prompt, options);
        } catch (thrown) {
          if (!(thrown instanceof Fault) || !isPassing(thrown)) throw thrown;
          const asked = thrown.retryAfter ?? 0;
          const last = tried >= (fewTries[thrown.code] ?? usualTries) || asked > longestPause;
          if (last) throw givenUp(thrown, tried);
          await pause(Math.max(asked, firstPause * 2 ** (tried - 1)));
        }
      }
    },
  };
}

function givenUp(fault: Fault, tried: number): Fault {
  const rest =
    (fault.retryAfter ?? 0) > longestPause
      ? ` and wants to be left alone for ${Math.ceil((fault.retryAfter ?? 0) / 60_000)} minutes`
      : '';
  return new Fault(
    fault.code,
    `${fault.detail} was asked ${tried} ${tried === 1 ? 'time' : 'times'}${rest}. Run again later: ` +
      'what was answered so far is in the cache.',
    { cause: fault },
  );
}
