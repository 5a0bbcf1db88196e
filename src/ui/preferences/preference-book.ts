import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { call } from '../../browser/call.ts';
import { newestFirst } from '../../learning/evidence/newest-first.ts';
import { asFault, type FaultData } from '../../learning/fault.ts';
import type { Preference } from '../../learning/types.ts';
import type { Request, Response } from '../../protocol/messages.ts';
import { askFirst } from './ask-first.ts';

export type Here = Response<'here.read'>;

/** What the user says of a preference. */
export type Wording = Request<'preferences.add'>;

/** What of a preference the user changes. */
export type Change = Omit<Request<'preferences.change'>, 'id' | 'revision'>;

/** What was done last and can be taken back. */
export interface Undoable {
  readonly kind: 'deleted' | 'merged';
  /** What is no longer there. */
  readonly preference: Preference;
}

/**
 * The preferences as a page shows them. Only `load` never rejects: what else fails is told beside what
 * was clicked.
 */
export interface PreferenceBook {
  /**
   * `null` until the first of them are here; the others come while nothing else is to be done. Superseded
   * ones last, otherwise the one changed last first.
   */
  readonly all: ReadonlySignal<readonly Preference[] | null>;
  /** How many there are, whether they are here yet or not. */
  readonly total: ReadonlySignal<number>;
  readonly here: ReadonlySignal<Here | null>;
  /** Why they are not here, or what happened to them since somebody last looked. */
  readonly fault: ReadonlySignal<FaultData | null>;
  /** What was deleted or merged last and can still be brought back. */
  readonly deleted: ReadonlySignal<Undoable | null>;
  /** Resolves once the first are here, which were asked for already or are now. */
  load(asked?: Promise<Response<'preferences.first'>>): Promise<void>;
  add(wording: Wording): Promise<void>;
  /** Refused with `changed-elsewhere` when `preference` is not the newest one; that is then in `all`. */
  change(preference: Preference, change: Change): Promise<void>;
  remove(preference: Preference): Promise<void>;
  /** Makes one of two, with the evidence of both. */
  merge(keep: Preference, other: Preference, description: string): Promise<void>;
  restore(): Promise<void>;
  forgetDeleted(): void;
}

/** So few that a key typed meanwhile is not kept waiting. */
const atOnce = 500;

/** Reads and writes through the background, which has the only store. */
export function createPreferenceBook(): PreferenceBook {
  const all = signal<readonly Preference[] | null>(null);
  const total = signal(0);
  const here = signal<Here | null>(null);
  const fault = signal<FaultData | null>(null);
  const deleted = signal<(Undoable & { readonly undo: () => Promise<unknown> }) | null>(null);
  // Answered once, and shown as long as this page is open.
  let notice: FaultData | null = null;
  let known = new Map<string, Preference>();
  /** Counts the readings: what comes late for an older one is dropped. */
  let reading = 0;

  function show(byId: ReadonlyMap<string, Preference>): void {
    known = new Map(byId);
    all.value = [...known.values()].sort(newestFirst);
  }

  async function load(asked = askFirst()): Promise<void> {
    reading += 1;
    const mine = reading;
    try {
      const first = await asked;
      if (mine !== reading) return;
      const isWhole = first.preferences.length >= first.total;
      const byId = new Map(first.preferences.map((one) => [one.id, one]));
      batch(() => {
        // The others stay in sight until they are here anew.
        show(isWhole ? byId : new Map([...known, ...byId]));
        total.value = first.total;
        here.value = first.here;
        notice = first.notice ?? notice;
        fault.value = notice;
      });
      if (!isWhole) void loadRest(mine, byId, first.total);
    } catch (thrown) {
      if (mine === reading) fault.value = asFault(thrown, 'storage-failed');
    }
  }

  async function loadRest(
    mine: number,
    byId: Map<string, Preference>,
    count: number,
  ): Promise<void> {
    try {
      for (let from = 0; from < count; from += atOnce) {
        await idle();
        const { preferences } = await call('preferences.part', { from, limit: atOnce });
        if (mine !== reading) return;
        for (const preference of preferences) byId.set(preference.id, preference);
      }
      show(byId);
    } catch (thrown) {
      if (mine === reading) fault.value = asFault(thrown, 'storage-failed');
    }
  }

  /** Whatever came of it, what is shown afterwards is what is stored. */
  async function andLoad<Result>(work: Promise<Result>, gone?: string): Promise<Result> {
    try {
      const result = await work;
      if (gone !== undefined) known.delete(gone);
      return result;
    } finally {
      await load();
    }
  }

  return {
    all,
    total,
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
      const { preference } = await andLoad(call('preferences.delete', { id }), id);
      const undo = () => call('preferences.restore', { preference });
      deleted.value = { kind: 'deleted', preference, undo };
    },
    merge: async (keep, other, description) => {
      const named = ({ id, revision }: Preference) => ({ id, revision });
      const both = { keep: named(keep), other: named(other), description };
      const { before, merged } = await andLoad(call('preferences.merge', both), other.id);
      const undo = () => call('preferences.unmerge', { before, merged });
      deleted.value = { kind: 'merged', preference: other, undo };
    },
    restore: async () => {
      const last = deleted.value;
      if (!last) return;
      await andLoad(last.undo());
      deleted.value = null;
    },
    forgetDeleted: () => {
      deleted.value = null;
    },
  };
}

/** Resolves when the page has nothing better to do, within half a second. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 500 });
  });
