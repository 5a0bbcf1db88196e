import { episodeSchema, preferenceSchema } from '../protocol/shapes.ts';
import { proveNext } from './preference-records.ts';
import { proveReadable } from './readable.ts';
import type { Database } from './schema.ts';
import { transact } from './transact.ts';
import type { Learned } from './types.ts';

/** `Store.complete`: what was learned and the end of its job, together or not at all. */
export function complete(database: Database, learned: Learned): Promise<void> {
  const { episode, preferences } = learned;
  return transact(
    database,
    ['episodes', 'jobs', 'preferences'],
    'readwrite',
    async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      // Learned before, by a run that was killed before it could say so: once is enough.
      if ((await jobs.getKey(episode.id)) === undefined) return;
      proveReadable(episodeSchema, episode, 'episode');
      await transaction.objectStore('episodes').put(episode);
      const stored = transaction.objectStore('preferences');
      for (const preference of preferences) {
        const record = await stored.get(preference.id);
        // What the user deleted while we learned stays deleted.
        if (record === undefined && preference.revision > 0) continue;
        if (record !== undefined) proveNext(preference, record);
        proveReadable(preferenceSchema, preference, 'preference');
        await stored.put(preference);
      }
      await jobs.delete(episode.id);
    },
    'strict',
  );
}
