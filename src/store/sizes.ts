import type { Room } from './room.ts';
import { sealedOf } from './sealed.ts';
import { transact } from './transact.ts';
import type { Sizes } from './types.ts';

/** Records that are looked at together: few enough to be held in memory, whatever is in them. */
const together = 500;
const tables = ['episodes', 'preferences', 'jobs', 'vectors', 'packs'] as const;

const none = { count: 0, bytes: 0 };

/** `Store.sizes`: counts what stands in the database as it lies there, without opening anything. */
export async function sizes(room: Room): Promise<Sizes> {
  const [episodes, preferences, jobs, vectors = none, packs = none] = await Promise.all(
    tables.map((table) => sizeOf(room, table)),
  );
  return {
    episodes: episodes ?? none,
    preferences: preferences ?? none,
    jobs: jobs ?? none,
    // Packs are second copies of vectors, and no more of them.
    vectors: { count: vectors.count, bytes: vectors.bytes + packs.bytes },
  };
}

function sizeOf(
  room: Room,
  table: (typeof tables)[number],
): Promise<{ readonly count: number; readonly bytes: number }> {
  return transact(room, [table], 'readonly', async (transaction) => {
    const store = transaction.objectStore(table);
    const count = await store.count();
    let bytes = 0;
    for (let range: IDBKeyRange | null = null; ; ) {
      const [keys, rows] = await Promise.all([
        store.getAllKeys(range, together),
        store.getAll(range, together),
      ]);
      for (const row of rows) bytes += bytesOf(row);
      const last = keys.at(-1);
      if (last === undefined || keys.length < together) return { count, bytes };
      range = IDBKeyRange.lowerBound(last, true);
    }
  });
}

const bytesOf = (row: unknown): number =>
  (row instanceof Uint8Array ? row : sealedOf(row))?.byteLength ?? 0;
