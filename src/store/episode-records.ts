import { Fault } from '../learning/fault.ts';
import type { Episode, Trace } from '../learning/types.ts';
import { episodeSchema } from '../protocol/shapes.ts';
import type { Cipher } from './cipher.ts';
import { keepEpisodeCount } from './episode-count.ts';
import { newJob } from './job-records.ts';
import { proveReadable } from './readable.ts';
import type { Room } from './room.ts';
import { episodeRow, jobRow, readEpisode } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { writeVector } from './vector-records.ts';

type EpisodePart = Pick<Store, 'addEpisode' | 'episode' | 'episodes' | 'setBaseline' | 'finish'>;

/** The store's methods for episodes, up to the moment an edit is noted. */
export function episodeRecords(room: Room): EpisodePart {
  return {
    async addEpisode(episode, vector) {
      await transact(room, ['episodes', 'vectors', 'packs'], 'readwrite', async (transaction) => {
        proveReadable(episodeSchema, episode, 'episode');
        await transaction.objectStore('episodes').add(episodeRow(room.cipher, episode));
        await writeVector(room, episode.id, vector, {
          vectors: transaction.objectStore('vectors'),
          packs: transaction.objectStore('packs'),
        });
      });
      await keepEpisodeCount(room);
    },

    episode: (id) =>
      transact(room, ['episodes'], 'readonly', async ({ store }) =>
        readEpisode(room.cipher, id, await store.get(id)),
      ),

    episodes: (limit) =>
      transact(room, ['episodes'], 'readonly', async ({ store }) => {
        const found: Episode[] = [];
        if (limit < 1) return found;
        for await (const { value, primaryKey } of store.index('at').iterate(null, 'prev')) {
          const episode = readEpisode(room.cipher, primaryKey, value);
          if (episode) found.push(episode);
          if (found.length === limit) break;
        }
        return found;
      }),

    setBaseline: (id, baseline, trace) =>
      transact(room, ['episodes'], 'readwrite', async ({ store }) => {
        const episode = known(room.cipher, await store.get(id), id);
        // What a finished edit was compared with is part of what was noted.
        if (episode.outcome !== 'open') return;
        const changed: Episode = { ...episode, draft: baseline, ...(trace && { trace }) };
        proveReadable(episodeSchema, changed, 'episode');
        await store.put(episodeRow(room.cipher, changed));
      }),

    finish: (id, final, outcome, cost, now, held) =>
      transact(
        room,
        ['episodes', 'jobs'],
        'readwrite',
        async (transaction) => {
          const episodes = transaction.objectStore('episodes');
          const episode = known(room.cipher, await episodes.get(id), id);
          if (episode.outcome !== 'open') return episode;
          // Nobody sent the text of a discarded draft, so it is not ours to keep.
          const finished: Episode =
            outcome === 'discarded'
              ? { ...episode, outcome }
              : {
                  ...episode,
                  outcome,
                  final,
                  cost,
                  ...(held && { trace: sentAs(held.print) }),
                  ...(held?.origins && { origins: held.origins }),
                };
          proveReadable(episodeSchema, finished, 'episode');
          await episodes.put(episodeRow(room.cipher, finished));
          if (outcome !== 'discarded') {
            const job = newJob(id, now, held?.holdMs);
            await transaction.objectStore('jobs').put(jobRow(room.cipher, job));
          }
          return finished;
        },
        'strict',
      ),
  };
}

const sentAs = (print: string): Trace => ({ print, isExplained: true, left: 'standing' });

/** The episode in a row; a `Fault` where there is none, or none that can be read. */
export function known(cipher: Cipher, row: unknown, id: string): Episode {
  if (row === undefined) throw new Fault('not-found', id);
  const episode = readEpisode(cipher, id, row);
  if (!episode) throw new Fault('storage-failed', `episode ${id} cannot be read`);
  return episode;
}
