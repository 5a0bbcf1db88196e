import type { IDBPObjectStore } from 'idb';
import type { ContextVector } from '../learning/types.ts';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { allOf, dropPacks, makePacks, openPacks } from './vector-packs.ts';
import { readVector, vectorRow } from './vector-row.ts';

type VectorPart = Pick<Store, 'vectors' | 'packVectors' | 'withoutVector' | 'putVector'>;
type Table<Name extends 'vectors' | 'packs', Used extends 'getKey' | 'put' | 'delete'> = Pick<
  IDBPObjectStore<Schema, [Name], Name, 'readwrite'>,
  Used
>;

/** How many rows may lie outside the packs: to open so many takes about 15 ms. */
const looseEnough = 256;

/** The store's methods for the embedded contexts of episodes; packs are made for `packAt` rows outside them. */
export function vectorRecords(room: Room, packAt = looseEnough): VectorPart {
  /** What the last reading of an encoder found outside its packs. */
  const loose = new Map<string, readonly string[]>();
  return {
    async vectors(encoder) {
      const { ids, packs } = await transact(
        room,
        ['vectors', 'packs'],
        'readonly',
        async (transaction) => {
          const packed = transaction.objectStore('packs');
          const [keys, numbers, sealed] = await Promise.all([
            transaction.objectStore('vectors').getAllKeys(allOf(encoder)),
            packed.getAllKeys(allOf(encoder)),
            packed.getAll(allOf(encoder)),
          ]);
          return {
            ids: keys.map(([, episodeId]) => episodeId),
            packs: new Map(numbers.map(([, pack], at) => [pack, sealed[at]])),
          };
        },
      );
      const packed = await openPacks(room, encoder, packs);
      const outside = ids.filter((episodeId) => !packed.has(episodeId));
      loose.set(encoder, outside);
      const found = await readRows(room, encoder, outside, ids.length);
      const vectors = new Map<string, Float32Array>();
      for (const episodeId of ids) {
        const values = packed.get(episodeId) ?? found.get(episodeId);
        if (values) vectors.set(episodeId, values);
      }
      return vectors;
    },

    async packVectors(encoder) {
      const outside = loose.get(encoder) ?? [];
      loose.delete(encoder);
      if (outside.length >= packAt) await makePacks(room, encoder, outside);
    },

    withoutVector: (encoder, limit) =>
      transact(room, ['episodes', 'jobs', 'vectors'], 'readonly', async (transaction) => {
        const [learned, waiting, present] = await Promise.all([
          transaction.objectStore('episodes').index('learned').getAllKeys(),
          transaction.objectStore('jobs').getAllKeys(),
          transaction.objectStore('vectors').index('encoder').getAllKeys(encoder),
        ]);
        const having = new Set(present.map(([, episodeId]) => episodeId));
        return [...learned, ...waiting].filter((id) => !having.has(id)).slice(0, limit);
      }),

    putVector: (episodeId, vector) =>
      transact(room, ['vectors', 'packs'], 'readwrite', (transaction) =>
        writeVector(room, episodeId, vector, {
          vectors: transaction.objectStore('vectors'),
          packs: transaction.objectStore('packs'),
        }),
      ),
  };
}

/** Writes a vector within a transaction; what stood in its place is gone from its pack, too. */
export async function writeVector(
  room: Room,
  episodeId: string,
  vector: ContextVector,
  tables: {
    readonly vectors: Table<'vectors', 'getKey' | 'put'>;
    readonly packs: Table<'packs', 'delete'>;
  },
): Promise<void> {
  const { encoder } = vector;
  const stood = await tables.vectors.getKey([encoder, episodeId]);
  if (stood) await dropPacks(tables.packs, encoder, [episodeId]);
  await tables.vectors.put(vectorRow(room.cipher, episodeId, vector));
}

/** The readable vectors of these episodes, which are some or all of `count`. */
function readRows(
  room: Room,
  encoder: string,
  episodeIds: readonly string[],
  count: number,
): Promise<ReadonlyMap<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  if (episodeIds.length === 0) return Promise.resolve(found);
  return transact(room, ['vectors'], 'readonly', async ({ store }) => {
    const read = (episodeId: string, row: unknown): void => {
      const values = readVector(room.cipher, [encoder, episodeId], row);
      if (values) found.set(episodeId, values);
    };
    if (episodeIds.length * 2 < count) {
      const rows = await Promise.all(episodeIds.map((id) => store.get([encoder, id])));
      for (const [at, episodeId] of episodeIds.entries()) read(episodeId, rows[at]);
      return found;
    }
    // Two requests for all of them are less than one for each of many.
    const wanted = new Set(episodeIds);
    const [keys, rows] = await Promise.all([
      store.getAllKeys(allOf(encoder)),
      store.getAll(allOf(encoder)),
    ]);
    for (const [at, [, episodeId]] of keys.entries()) {
      if (wanted.has(episodeId)) read(episodeId, rows[at]);
    }
    return found;
  });
}
