import { z } from 'zod';
import type { ContextVector } from '../learning/types.ts';
import { idSchema } from '../protocol/shapes.ts';
import { allReadable } from './readable.ts';
import type { Database } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

const vectorSchema = z.object({
  episodeId: idSchema,
  values: z.instanceof(Float32Array).refine((values) => values.every(Number.isFinite)),
});

type VectorPart = Pick<Store, 'vectors' | 'withoutVector' | 'putVector'>;

/** The record of a vector. Copied, because a view would take its whole buffer to the disk. */
export function vectorRecord(episodeId: string, { encoder, values }: ContextVector): unknown {
  return { encoder, episodeId, values: new Float32Array(values) };
}

/** The store's methods for the embedded contexts of episodes. */
export function vectorRecords(database: Database): VectorPart {
  return {
    vectors: (encoder) =>
      transact(database, ['vectors'], 'readonly', async ({ store }) => {
        // One request for all of them: a cursor would take one for each.
        const records = await store.index('encoder').getAll(encoder);
        const vectors = allReadable(vectorSchema, records);
        return new Map(vectors.map(({ episodeId, values }) => [episodeId, values]));
      }),

    withoutVector: (encoder, limit) =>
      transact(database, ['episodes', 'vectors'], 'readonly', async (transaction) => {
        const [learned, present] = await Promise.all([
          transaction.objectStore('episodes').index('learned').getAllKeys(),
          transaction.objectStore('vectors').index('encoder').getAllKeys(encoder),
        ]);
        const having = new Set(present.map(([, episodeId]) => episodeId));
        return learned.filter((id) => !having.has(id)).slice(0, limit);
      }),

    putVector: (episodeId, vector) =>
      transact(database, ['vectors'], 'readwrite', async ({ store }) => {
        await store.put(vectorRecord(episodeId, vector));
      }),
  };
}
