import type { IDBPObjectStore } from 'idb';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { sealTag } from './sealed.ts';
import { transact } from './transact.ts';
import { type PackedVectors, packOf, readPack, writePack } from './vector-pack.ts';
import { readVector } from './vector-row.ts';

/*
 * The rows of `vectors` are what counts; packs are copies of many rows in one record, because ten thousand
 * rows take half a second to open and sixteen packs a tenth of that. A pack holds rows as they stand, or it is
 * not there: who replaces or deletes a row drops its pack in the same transaction. New rows lie outside
 * until there are some hundreds.
 */

type PackTable = Pick<IDBPObjectStore<Schema, ['packs'], 'packs', 'readwrite'>, 'delete'>;

const place = (encoder: string, pack: number): string => `packs/${encoder}/${pack}`;

/** The keys of one encoder, in `vectors` and `packs`. */
export const allOf = (encoder: string): IDBKeyRange => IDBKeyRange.bound([encoder], [encoder, []]);

/** To be called in the transaction that replaces or deletes these rows: nothing of them is left in a pack. */
export async function dropPacks(
  packs: PackTable,
  encoder: string,
  episodeIds: readonly string[],
): Promise<void> {
  const numbers = new Set(episodeIds.map(packOf));
  await Promise.all([...numbers].map((pack) => packs.delete([encoder, pack])));
}

/** What these packs hold together. One that cannot be opened holds nothing: its rows are still there. */
export async function openPacks(
  room: Room,
  encoder: string,
  packs: ReadonlyMap<number, unknown>,
): Promise<PackedVectors> {
  const opened = await Promise.all(
    [...packs].map(async ([pack, sealed]) => {
      if (!(sealed instanceof Uint8Array)) return undefined;
      const bytes = await room.cipher.large.open(place(encoder, pack), sealed);
      return bytes && readPack(bytes);
    }),
  );
  const all = new Map<string, Float32Array | null>();
  for (const vectors of opened) {
    for (const [episodeId, values] of vectors ?? []) all.set(episodeId, values);
  }
  return all;
}

/** Makes the packs anew that these episodes belong into, one after the other. May be cut off at any point. */
export async function makePacks(
  room: Room,
  encoder: string,
  episodeIds: readonly string[],
): Promise<void> {
  const wanted = new Set(episodeIds.map(packOf));
  const keys = await transact(room, ['vectors'], 'readonly', ({ store }) =>
    store.getAllKeys(allOf(encoder)),
  );
  const present = keys.map(([, episodeId]) => episodeId);
  for (const pack of wanted) {
    const own = present.filter((episodeId) => packOf(episodeId) === pack);
    if (own.length > 0) await makePack(room, encoder, pack, own);
  }
}

async function makePack(
  room: Room,
  encoder: string,
  pack: number,
  episodeIds: readonly string[],
): Promise<void> {
  const { cipher } = room;
  const before = await transact(room, ['vectors'], 'readonly', ({ store }) =>
    Promise.all(episodeIds.map((episodeId) => store.get([encoder, episodeId]))),
  );
  const vectors = new Map(
    episodeIds.map((id, at) => [id, readVector(cipher, [encoder, id], before[at]) ?? null]),
  );
  const sealed = await cipher.large.seal(place(encoder, pack), writePack(vectors));
  await transact(room, ['vectors', 'packs'], 'readwrite', async (transaction) => {
    const rows = transaction.objectStore('vectors');
    const now = await Promise.all(episodeIds.map((episodeId) => rows.get([encoder, episodeId])));
    // Sealing took time. A row that was replaced or deleted meanwhile must not come back.
    const isAsBefore = now.every((row, at) => row !== undefined && isSameRow(row, before[at]));
    if (isAsBefore) await transaction.objectStore('packs').put(sealed, [encoder, pack]);
  });
}

/** Two texts never have the same proof, for each is sealed with a nonce of its own. */
function isSameRow(one: unknown, other: unknown): boolean {
  return sealTag(one) === sealTag(other);
}
