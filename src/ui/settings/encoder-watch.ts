import { type ReadonlySignal, signal } from '@preact/signals';
import { call } from '../../browser/call.ts';
import type { EncoderState } from '../../protocol/messages.ts';

const everyMs = 500;

/** The encoder's state as a page shows it. */
export interface EncoderWatch {
  /** `null` until it is here. */
  readonly state: ReadonlySignal<EncoderState | null>;
  /** Reads it now, and again and again for as long as something is being loaded. */
  look(): Promise<void>;
  stop(): void;
}

/** Asks the background only while there is something to see. */
export function createEncoderWatch(): EncoderWatch {
  const state = signal<EncoderState | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    clearTimeout(timer);
    const answer = await call('encoder.read', {});
    state.value = answer.state;
    if (stopped || answer.state.model !== 'loading') return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Should the background be gone for a moment, the last state stands until the next look.
      look().catch((thrown: unknown) => console.warn('The encoder did not answer.', thrown));
    }, everyMs);
  }

  return {
    state,
    look,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
