import { type ReadonlySignal, signal } from '@preact/signals';

const everyMs = 500;

/** What the background does meanwhile, as a page shows it. */
export interface StateWatch<State> {
  /** `null` until it is here. */
  readonly state: ReadonlySignal<State | null>;
  /** Reads it now, and again and again for as long as something is being loaded. */
  look(): Promise<void>;
  stop(): void;
}

/** Asks the background only while there is something to see. */
export function createStateWatch<State>(
  read: () => Promise<State>,
  isMoving: (state: State) => boolean,
): StateWatch<State> {
  const state = signal<State | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    clearTimeout(timer);
    const now = await read();
    state.value = now;
    if (stopped || !isMoving(now)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Should the background be gone for a moment, the last state stands until the next look.
      look().catch((thrown: unknown) => console.warn('The background did not answer.', thrown));
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
