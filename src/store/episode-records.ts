import { Fault } from '../learning/fault.ts';
import type { Episode, Trace } from '../learning/types.ts';
import { episodeSchema } from '../protocol/shapes.ts';
import { newJob } from './job-records.ts';
import { proveReadable, readable } from './readable.ts';
import type { Database } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { vectorRecord } from './vector-records.ts';

type EpisodePart = Pick<Store, 'addEpisode' | 'episode' | 'episodes' | 'setBaseline' | 'finish'>;

/** The store's methods for episodes, up to the moment an edit is noted. */
export function episodeRecords(database: Database): EpisodePart {
  return {
    addEpisode: (episode, vector) =>
      transact(database, ['episodes', 'vectors'], 'readwrite', async (transaction) => {
        proveReadable(episodeSchema, episode, 'episode');
        await transaction.objectStore('episodes').add(episode);
        await transaction.objectStore('vectors').put(vectorRecord(episode.id, vector));
      }),

    episode: (id) =>
      transact(database, ['episodes'], 'readonly', async ({ store }) =>
        readable(episodeSchema, await store.get(id)),
      ),

    episodes: (limit) =>
      transact(database, ['episodes'], 'readonly', async ({ store }) => {
        const found: Episode[] = [];
        if (limit < 1) return found;
        for await (const { value } of store.index('at').iterate(null, 'prev')) {
          const episode = readable(episodeSchema, value);
          if (episode) found.push(episode);
          if (found.length === limit) break;
        }
        return found;
      }),

    setBaseline: (id, baseline, trace) =>
      transact(database, ['episodes'], 'readwrite', async ({ store }) => {
        const episode = known(await store.get(id), id);
        // What a finished edit was compared with is part of what was noted.
        if (episode.outcome !== 'open') return;
        const changed: Episode = { ...episode, draft: baseline, ...(trace && { trace }) };
        proveReadable(episodeSchema, changed, 'episode');
        await store.put(changed);
      }),

    finish: (id, final, outcome, cost, now, held) =>
      transact(
        database,
        ['episodes', 'jobs'],
        'readwrite',
        async (transaction) => {
          const episodes = transaction.objectStore('episodes');
          const episode = known(await episodes.get(id), id);
          if (episode.outcome !== 'open') return episode;
          // Nobody sent the text of a discarded draft, so it is not ours to keep.
          const finished: Episode =
            outcome === 'discarded'
              ? { ...episode, outcome }
              : { ...episode, outcome, final, cost, ...(held && { trace: sentAs(held.print) }) };
          proveReadable(episodeSchema, finished, 'episode');
          await episodes.put(finished);
          if (outcome !== 'discarded') {
            await transaction.objectStore('jobs').put(newJob(id, now, held?.holdMs));
          }
          return finished;
        },
        'strict',
      ),
  };
}

const sentAs = (print: string): Trace => ({ print, isExplained: true, left: 'standing' });

/** The episode in a record; a `Fault` where there is none, or none that can be read. */
export function known(record: unknown, id: string): Episode {
  if (record === undefined) throw new Fault('not-found', id);
  const episode = readable(episodeSchema, record);
  if (!episode) throw new Fault('storage-failed', `episode ${id} cannot be read`);
  return episode;
}
