import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { call } from '../../browser/call.ts';
import { asFault, type FaultData } from '../../learning/fault.ts';
import type { Settings } from '../../protocol/settings.ts';

/** The settings as a page shows them. Only `load` never rejects. */
export interface SettingsBook {
  /** `null` until they are here. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** Host the stored key belongs to; `null` without a key. */
  readonly keyHost: ReadonlySignal<string | null>;
  /** Why they are not here, or `bad-settings` when the usual ones stand in for them. */
  readonly fault: ReadonlySignal<FaultData | null>;
  load(): Promise<void>;
  /**
   * Shows what `make` changes at once and stores it; other changes made in the meantime, here or
   * elsewhere, stay. What could not be stored is shown as it was.
   */
  change(make: (settings: Settings) => Settings): Promise<void>;
  /** Stores the key for this host, which is to be the writer's; an empty one removes it. */
  setKey(host: string, key: string): Promise<void>;
}

/** Reads and writes through the background; changes wait for one another. */
export function createSettingsBook(): SettingsBook {
  const settings = signal<Settings | null>(null);
  const keyHost = signal<string | null>(null);
  const fault = signal<FaultData | null>(null);
  let last: Promise<unknown> = Promise.resolve();
  let begun = 0;

  async function load(): Promise<void> {
    try {
      const answer = await call('settings.read', {});
      batch(() => {
        settings.value = answer.settings;
        keyHost.value = answer.keyHost;
        fault.value = answer.fault;
      });
    } catch (thrown) {
      fault.value = asFault(thrown, 'storage-failed');
    }
  }

  function inTurn(work: () => Promise<unknown>): Promise<void> {
    begun += 1;
    const turn = last.then(async () => {
      try {
        await work();
      } finally {
        begun -= 1;
        // Until the last one is stored, what is stored is older than what is shown.
        if (begun === 0) await load();
      }
    });
    // The next one waits for this one, whatever became of it.
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    settings,
    keyHost,
    fault,
    load,
    change: (make) => {
      if (settings.value) settings.value = make(settings.value);
      return inTurn(async () => {
        const stored = await call('settings.read', {});
        await call('settings.write', { settings: make(stored.settings) });
      });
    },
    setKey: (host, key) => inTurn(() => call('settings.key', { host, key })),
  };
}
