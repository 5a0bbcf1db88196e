import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { call } from '../../browser/call.ts';
import { asFault, type FaultData } from '../../learning/fault.ts';
import type { Preference } from '../../learning/types.ts';
import type { Request, Response } from '../../protocol/messages.ts';

export type Here = Response<'here.read'>;

/** What the user says of a preference. */
export type Wording = Request<'preferences.add'>;

/** What of a preference the user changes. */
export type Change = Omit<Request<'preferences.change'>, 'id' | 'revision'>;

/**
 * The preferences as a page shows them. Only `load` never rejects: what else fails is told beside what
 * was clicked.
 */
export interface PreferenceBook {
  /** `null` until they are here. Superseded ones last, otherwise the one changed last first. */
  readonly all: ReadonlySignal<readonly Preference[] | null>;
  readonly here: ReadonlySignal<Here | null>;
  /** Why they are not here, or what happened to them since somebody last looked. */
  readonly fault: ReadonlySignal<FaultData | null>;
  /** What was deleted last and can still be brought back. */
  readonly deleted: ReadonlySignal<Preference | null>;
  load(): Promise<void>;
  add(wording: Wording): Promise<void>;
  /** Refused with `changed-elsewhere` when `preference` is not the newest one; that is then in `all`. */
  change(preference: Preference, change: Change): Promise<void>;
  remove(preference: Preference): Promise<void>;
  restore(): Promise<void>;
  forgetDeleted(): void;
}

/** Reads and writes through the background, which has the only store. */
export function createPreferenceBook(): PreferenceBook {
  const all = signal<readonly Preference[] | null>(null);
  const here = signal<Here | null>(null);
  const fault = signal<FaultData | null>(null);
  const deleted = signal<Preference | null>(null);
  // Answered once, and shown as long as this page is open.
  let notice: FaultData | null = null;

  async function load(): Promise<void> {
    try {
      const [list, place] = await Promise.all([
        call('preferences.list', {}),
        call('here.read', {}),
      ]);
      batch(() => {
        all.value = [...list.preferences].sort(newestFirst);
        here.value = place;
        notice = list.notice ?? notice;
        fault.value = notice;
      });
    } catch (thrown) {
      fault.value = asFault(thrown, 'storage-failed');
    }
  }

  /** Whatever came of it, what is shown afterwards is what is stored. */
  async function andLoad<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } finally {
      await load();
    }
  }

  return {
    all,
    here,
    fault,
    deleted,
    load,
    add: async (wording) => {
      await andLoad(call('preferences.add', wording));
    },
    change: async ({ id, revision }, change) => {
      await andLoad(call('preferences.change', { id, revision, ...change }));
    },
    remove: async ({ id }) => {
      const { preference } = await andLoad(call('preferences.delete', { id }));
      deleted.value = preference;
    },
    restore: async () => {
      const preference = deleted.value;
      if (!preference) return;
      await andLoad(call('preferences.restore', { preference }));
      deleted.value = null;
    },
    forgetDeleted: () => {
      deleted.value = null;
    },
  };
}

function newestFirst(one: Preference, other: Preference): number {
  const old = (preference: Preference): number => Number(preference.status === 'superseded');
  return old(one) - old(other) || other.updatedAt - one.updatedAt || one.id.localeCompare(other.id);
}
