import type { Episode } from '../learning/types.ts';
import { episodeSchema } from '../protocol/shapes.ts';
import { known } from './episode-records.ts';
import { readJob } from './job-records.ts';
import { proveReadable, readable } from './readable.ts';
import type { Database } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

/** How many drafts are looked at: older ones are hardly ever opened again. */
const newest = 300;

/** The store's methods for drafts that were left without being sent, or that came back. */
export function leftRecords(database: Database): Pick<Store, 'leave' | 'recall'> {
  return {
    leave: (id, trace) =>
      transact(database, ['episodes'], 'readwrite', async ({ store }) => {
        const episode = known(await store.get(id), id);
        if (episode.outcome !== 'open') return;
        const changed: Episode = { ...episode, trace };
        proveReadable(episodeSchema, changed, 'episode');
        await store.put(changed);
      }),

    recall: (site, print, now) =>
      transact(database, ['episodes', 'jobs'], 'readwrite', async (transaction) => {
        const episodes = transaction.objectStore('episodes');
        const jobs = transaction.objectStore('jobs');
        let looked = 0;
        for await (const { value } of episodes.index('at').iterate(null, 'prev')) {
          if (looked++ === newest) break;
          if (!wasLeftAs(value, print)) continue;
          const episode = readable(episodeSchema, value);
          if (episode?.context.site !== site) continue;
          if (episode.outcome === 'open') return episode;
          const record = await jobs.get(episode.id);
          const job = record === undefined ? null : readJob(episode.id, record);
          // Once learning may have begun it is too late to take it back.
          if (!job || job.attempts > 0 || job.notBefore <= now) continue;
          const again: Episode = { ...episode, outcome: 'open', final: null, cost: null };
          await episodes.put(again);
          await jobs.delete(episode.id);
          return again;
        }
        return undefined;
      }),
  };
}

/** Before a record is read in full: most are of other texts. */
function wasLeftAs(record: unknown, print: string): boolean {
  if (typeof record !== 'object' || record === null || !('trace' in record)) return false;
  const { trace } = record;
  return typeof trace === 'object' && trace !== null && 'print' in trace && trace.print === print;
}
