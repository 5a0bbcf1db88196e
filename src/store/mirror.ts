import type { IDBPObjectStore } from 'idb';
import { z } from 'zod';
import { Fault } from '../learning/fault.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Cipher } from './cipher.ts';
import { isSameMark, type Mark, marked, markOf, readMark, sealMark } from './mark.ts';
import { readable } from './readable.ts';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { sealedOf } from './sealed.ts';
import { transact } from './transact.ts';

/*
 * The second copy of the preferences, on the shelf: the same sealed texts, one entry each, and the mark
 * they belong to. A change is put into the outbox by the transaction that makes it, and is taken out
 * once the shelf has it; what a death in between leaves there is sent at the next opening.
 */

/** A preference's row before and after; `undefined` where there is none. */
export interface Change {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the shelf holds. */
export interface Mirror {
  /** Whether there is nothing at all, not even something that cannot be read. */
  readonly isEmpty: boolean;
  /** `undefined` where it is missing or cannot be read. */
  readonly mark: Mark | undefined;
  /** Rows of preferences as the database would hold them. */
  readonly rows: readonly { readonly id: string; readonly sealed: Uint8Array }[];
  /** Whether these are just the rows that the mark was made of. */
  readonly isWhole: boolean;
}

const prefix = 'preference/';
const markName = 'mark';

/** Ids of changed preferences, with the epoch of their last change. */
const outboxSchema = z.record(z.string(), z.number());

type WritableSettings = Pick<
  IDBPObjectStore<Schema, ['settings'], 'settings', 'readwrite'>,
  'get' | 'put'
>;

/** Raises the mark and fills the outbox, in the transaction that makes the changes. */
export async function noteChanges(
  room: Room,
  settings: WritableSettings,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const mark = readMark(room.cipher, await settings.get('mark'));
  if (!mark) throw new Fault('storage-failed', 'the mark of the preferences cannot be read');
  const next = changes.reduce((made, { before, after }) => marked(made, before, after), {
    ...mark,
    epoch: mark.epoch + 1,
  });
  const outbox = { ...readOutbox(await settings.get('outbox')) };
  for (const { id } of changes) outbox[id] = next.epoch;
  await settings.put(sealMark(room.cipher, next), 'mark');
  await settings.put(outbox, 'outbox');
}

const readOutbox = (record: unknown): Readonly<Record<string, number>> =>
  readable(outboxSchema, record) ?? {};

const underWay = new WeakMap<Room, Promise<void>>();

/**
 * Brings the shelf what the outbox holds, one call after the other. Never rejects: what could not be
 * brought stays in the outbox, and the preferences themselves are safe in the database.
 */
export function flush(room: Room): Promise<void> {
  return inTurn(room, () => bring(room)).catch((thrown: unknown) =>
    console.warn('The second copy has to wait.', thrown),
  );
}

/** Does `work` after what else is being done with the shelf, and before what comes next. */
export function inTurn<Result>(room: Room, work: () => Promise<Result>): Promise<Result> {
  const next = (underWay.get(room) ?? Promise.resolve()).then(work);
  // The next one waits for this one, whatever became of it.
  underWay.set(
    room,
    next.then(
      () => undefined,
      () => undefined,
    ),
  );
  return next;
}

async function bring(room: Room): Promise<void> {
  const { shelf } = room.beside;
  const waiting = await transact(
    room,
    ['preferences', 'settings'],
    'readonly',
    async (transaction) => {
      const settings = transaction.objectStore('settings');
      const [mark, outbox] = await Promise.all([settings.get('mark'), settings.get('outbox')]);
      const ids = Object.keys(readOutbox(outbox));
      const rows = await Promise.all(
        ids.map((id) => transaction.objectStore('preferences').get(id)),
      );
      return { mark, ids, rows };
    },
  );
  const mark = readMark(room.cipher, waiting.mark);
  if (waiting.ids.length === 0 || !mark) return;
  const gone = waiting.ids.filter((_, at) => !sealedOf(waiting.rows[at]));
  const entries = waiting.ids.map((id, at) => entry(id, sealedOf(waiting.rows[at])));
  // In one write, so that mark and entries always belong together; what is gone is `null` until then.
  await shelf.write({ ...Object.fromEntries(entries), [markName]: sealedMark(room.cipher, mark) });
  await shelf.remove(gone.map((id) => prefix + id));
  await transact(room, ['settings'], 'readwrite', async ({ store }) => {
    const outbox = readOutbox(await store.get('outbox'));
    // What changed again meanwhile stays for the next time.
    const left = Object.entries(outbox).filter(([, epoch]) => epoch > mark.epoch);
    await store.put(Object.fromEntries(left), 'outbox');
  });
}

const entry = (id: string, sealed: Uint8Array | undefined): [string, string | null] => [
  prefix + id,
  sealed ? toBase64(sealed) : null,
];

const sealedMark = (cipher: Cipher, mark: Mark): string => toBase64(sealMark(cipher, mark));

/** The mark on the shelf, of which `value` is what stands there; `undefined` where it is no mark. */
export const shelfMark = (cipher: Cipher, value: unknown): Mark | undefined =>
  readMark(cipher, fromBase64(value));

/** Reads all of the second copy. */
export async function readMirror(room: Room): Promise<Mirror> {
  const values = await room.beside.shelf.read();
  const mark = shelfMark(room.cipher, values[markName]);
  const entries = Object.entries(values).filter(([name, value]) => isEntry(name) && value !== null);
  const rows = entries.flatMap(([name, value]) => {
    const sealed = fromBase64(value);
    return sealed ? [{ id: name.slice(prefix.length), sealed }] : [];
  });
  const isWhole =
    rows.length === entries.length &&
    rows.every(({ id, sealed }) => room.cipher.open(`preferences/${id}`, sealed)) &&
    isSameMark(mark, mark && markOf(rows, mark.epoch));
  return { isEmpty: values[markName] === undefined && entries.length === 0, mark, rows, isWhole };
}

const isEntry = (name: string): boolean => name.startsWith(prefix);

/** Makes the second copy anew from these rows of the database. */
export async function writeMirror(
  room: Room,
  mark: Mark,
  rows: ReadonlyMap<string, unknown>,
): Promise<void> {
  const { shelf } = room.beside;
  const names = Object.keys(await shelf.read()).filter(isEntry);
  const foreign = names.filter((name) => !rows.has(name.slice(prefix.length)));
  const entries = [...rows].map(([id, row]) => entry(id, sealedOf(row)));
  const gone = foreign.map((name) => [name, null]);
  await shelf.write({
    ...Object.fromEntries([...gone, ...entries]),
    [markName]: sealedMark(room.cipher, mark),
  });
  await shelf.remove(foreign);
}
