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
  /** Stores what `make` changes; other changes made in the meantime, here or elsewhere, stay. */
  change(make: (settings: Settings) => Settings): Promise<void>;
  /** Stores the key for the host of the writer's base URL; an empty one removes it. */
  setKey(key: string): Promise<void>;
}

/** Reads and writes through the background; changes wait for one another. */
export function createSettingsBook(): SettingsBook {
  const settings = signal<Settings | null>(null);
  const keyHost = signal<string | null>(null);
  const fault = signal<FaultData | null>(null);
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Settings> {
    const answer = await call('settings.read', {});
    batch(() => {
      settings.value = answer.settings;
      keyHost.value = answer.keyHost;
      fault.value = answer.fault;
    });
    return answer.settings;
  }

  async function load(): Promise<void> {
    try {
      await read();
    } catch (thrown) {
      fault.value = asFault(thrown, 'storage-failed');
    }
  }

  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const turn = last.then(async () => {
      try {
        await work();
      } finally {
        await load();
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
    change: (make) =>
      inTurn(async () => {
        await call('settings.write', { settings: make(await read()) });
      }),
    setKey: (key) => inTurn(() => call('settings.key', { key })),
  };
}
