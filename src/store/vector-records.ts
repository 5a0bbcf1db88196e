import type { ContextVector } from '../learning/types.ts';
import type { Cipher } from './cipher.ts';
import type { Room } from './room.ts';
import { sealedOf } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

type VectorPart = Pick<Store, 'vectors' | 'withoutVector' | 'putVector'>;

const place = (encoder: string, episodeId: string): string => `vectors/${encoder}/${episodeId}`;

/** The row of a vector. It is sealed too, because much of a text can be guessed from its embedding. */
export function vectorRow(
  cipher: Cipher,
  episodeId: string,
  { encoder, values }: ContextVector,
): unknown {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { encoder, episodeId, sealed: cipher.seal(place(encoder, episodeId), bytes) };
}

/** The numbers again; `undefined` where they cannot be read. */
function readVector(
  cipher: Cipher,
  [encoder, episodeId]: readonly [string, string],
  row: unknown,
): Float32Array | undefined {
  const sealed = sealedOf(row);
  const bytes = sealed && cipher.open(place(encoder, episodeId), sealed);
  if (!bytes || bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  // Copied: numbers must begin at a multiple of four bytes, and these begin anywhere.
  const values = new Float32Array(bytes.slice().buffer);
  return values.every(Number.isFinite) ? values : undefined;
}

/** The store's methods for the embedded contexts of episodes. */
export function vectorRecords(room: Room): VectorPart {
  return {
    vectors: (encoder) =>
      transact(room, ['vectors'], 'readonly', async ({ store }) => {
        // Two requests for all of them: a cursor would take one for each.
        const [keys, rows] = await Promise.all([
          store.index('encoder').getAllKeys(encoder),
          store.index('encoder').getAll(encoder),
        ]);
        const vectors = new Map<string, Float32Array>();
        for (const [position, key] of keys.entries()) {
          const values = readVector(room.cipher, key, rows[position]);
          if (values) vectors.set(key[1], values);
        }
        return vectors;
      }),

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
      transact(room, ['vectors'], 'readwrite', async ({ store }) => {
        await store.put(vectorRow(room.cipher, episodeId, vector));
      }),
  };
}
