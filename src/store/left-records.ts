import type { Episode } from '../learning/types.ts';
import { episodeSchema } from '../protocol/shapes.ts';
import { known } from './episode-records.ts';
import { readJob } from './job-records.ts';
import { proveReadable, readable } from './readable.ts';
import type { Room } from './room.ts';
import { episodeRow, openJson, sealedOf } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

/** How many drafts are looked at: older ones are hardly ever opened again. */
const newest = 300;

/** The store's methods for drafts that were left without being sent, or that came back. */
export function leftRecords(room: Room): Pick<Store, 'leave' | 'recall'> {
  return {
    leave: (id, trace) =>
      transact(room, ['episodes'], 'readwrite', async ({ store }) => {
        const episode = known(room.cipher, await store.get(id), id);
        if (episode.outcome !== 'open') return;
        const changed: Episode = { ...episode, trace };
        proveReadable(episodeSchema, changed, 'episode');
        await store.put(episodeRow(room.cipher, changed));
      }),

    recall: (site, print, now) =>
      transact(room, ['episodes', 'jobs'], 'readwrite', async (transaction) => {
        const episodes = transaction.objectStore('episodes');
        const jobs = transaction.objectStore('jobs');
        let looked = 0;
        for await (const { value, primaryKey } of episodes.index('at').iterate(null, 'prev')) {
          if (looked++ === newest) break;
          const record = openJson(room.cipher, 'episodes', primaryKey, sealedOf(value));
          if (!wasLeftAs(record, print)) continue;
          const episode = readable(episodeSchema, record);
          if (episode?.context.site !== site) continue;
          if (episode.outcome === 'open') return episode;
          const row = await jobs.get(episode.id);
          const job = row === undefined ? null : readJob(room.cipher, episode.id, row);
          // Once learning may have begun it is too late to take it back.
          if (!job || job.attempts > 0 || job.notBefore <= now) continue;
          const { origins: _, ...rest } = episode;
          const again: Episode = { ...rest, outcome: 'open', final: null, cost: null };
          await episodes.put(episodeRow(room.cipher, again));
          await jobs.delete(episode.id);
          return again;
        }
        return undefined;
      }),
  };
}

/** Before a record is checked in full: most are of other texts. */
function wasLeftAs(record: unknown, print: string): boolean {
  if (typeof record !== 'object' || record === null || !('trace' in record)) return false;
  const { trace } = record;
  return typeof trace === 'object' && trace !== null && 'print' in trace && trace.print === print;
}
