import { type Retraction, retracted, withReturned } from '../learning/evidence/retract.ts';
import type { Preference } from '../learning/types.ts';
import { keepEpisodeCount } from './episode-count.ts';
import { known } from './episode-records.ts';
import { newJob } from './job-records.ts';
import { flush } from './mirror.ts';
import type { Room } from './room.ts';
import { episodeRow, jobRow, readEpisode } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { dropPacks } from './vector-packs.ts';
import { readAll, writeAll } from './write-preferences.ts';

const tables = ['episodes', 'jobs', 'vectors', 'packs', 'preferences', 'settings'] as const;

/** Episodes under way at once: enough to keep the database busy. */
const together = 200;

/** The rows of an episode as they lay in the database, still sealed. */
interface Rows {
  readonly id: string;
  readonly episode: unknown;
  readonly job: unknown;
  readonly vectors: readonly unknown[];
}

/** What was taken out, for as long as it can be put back: of the mails nothing is in the clear. */
export interface Taken {
  readonly episodes: readonly Rows[];
  readonly preferences: readonly Retraction[];
}

/** The store's methods for taking episodes out of the memory, with what they taught. */
export function takeOutRecords(room: Room): Pick<Store, 'takeOut' | 'putBack' | 'learnAgain'> {
  return {
    async takeOut(ids, how, now) {
      const taken = await transact(room, [...tables], 'readwrite', async (transaction) => {
        const [episodes, jobs, vectors, preferences, settings] = [
          transaction.objectStore('episodes'),
          transaction.objectStore('jobs'),
          transaction.objectStore('vectors'),
          transaction.objectStore('preferences'),
          transaction.objectStore('settings'),
        ];
        const encoders = how === 'erase' ? await namesIn(vectors.index('encoder')) : [];
        const takeOne = async (id: string): Promise<Rows | null> => {
          const [episode, job, ...its] = await Promise.all([
            episodes.get(id),
            jobs.get(id),
            ...encoders.map((encoder) => vectors.get([encoder, id])),
          ]);
          if (episode === undefined) return null;
          if (how === 'erase') {
            await Promise.all([
              episodes.delete(id),
              ...encoders.map((encoder) => vectors.delete([encoder, id])),
            ]);
          } else {
            const left = { ...known(room.cipher, episode, id), standing: null };
            await episodes.put(episodeRow(room.cipher, { ...left, isLeftOut: true }));
          }
          await jobs.delete(id);
          return { id, episode, job, vectors: its.filter((row) => row !== undefined) };
        };
        const found: Rows[] = [];
        for (let at = 0; at < ids.length; at += together) {
          const some = await Promise.all(ids.slice(at, at + together).map(takeOne));
          found.push(...some.filter((rows) => rows !== null));
        }
        const gone = found.map(({ id }) => id);
        const packs = transaction.objectStore('packs');
        for (const encoder of encoders) await dropPacks(packs, encoder, gone);
        const all = await readAll(room, { preferences });
        const taught = retracted([...all.values()], new Set(gone), now);
        const next = new Map(taught.map(({ before, after }) => [before.id, after]));
        await writeAll(room, { preferences, settings }, next);
        return { episodes: found, preferences: taught };
      });
      await keepEpisodeCount(room);
      await flush(room);
      return taken;
    },

    async putBack(taken, now) {
      await transact(room, [...tables], 'readwrite', async (transaction) => {
        const [episodes, jobs, vectors, preferences, settings] = [
          transaction.objectStore('episodes'),
          transaction.objectStore('jobs'),
          transaction.objectStore('vectors'),
          transaction.objectStore('preferences'),
          transaction.objectStore('settings'),
        ];
        const putOne = async ({ id, episode, job, vectors: its }: Rows): Promise<void> => {
          const present: unknown = await episodes.get(id);
          const isOut =
            present === undefined || readEpisode(room.cipher, id, present)?.isLeftOut === true;
          if (!isOut) return;
          await episodes.put(episode);
          if (job !== undefined) await jobs.put(job);
          await Promise.all(its.map((vector) => vectors.put(vector)));
        };
        for (let at = 0; at < taken.episodes.length; at += together) {
          await Promise.all(taken.episodes.slice(at, at + together).map(putOne));
        }
        const present = await readAll(room, { preferences });
        const next = new Map<string, Preference>();
        for (const change of taken.preferences) {
          const back = returned(change, present.get(change.before.id), now);
          if (back) next.set(back.id, back);
        }
        await writeAll(room, { preferences, settings }, next);
      });
      await keepEpisodeCount(room);
      await flush(room);
    },

    learnAgain: (id, now) =>
      transact(
        room,
        ['episodes', 'jobs'],
        'readwrite',
        async (transaction) => {
          const episodes = transaction.objectStore('episodes');
          const { isLeftOut, ...episode } = known(room.cipher, await episodes.get(id), id);
          if (!isLeftOut) return;
          await episodes.put(episodeRow(room.cipher, episode));
          const job = newJob(id, now);
          await transaction.objectStore('jobs').put(jobRow(room.cipher, job));
        },
        'strict',
      ),
  };
}

/** Names of the encoders there are vectors of: a few, so each is looked for once. */
async function namesIn(index: {
  getAllKeys(): Promise<readonly [string, string][]>;
}): Promise<readonly string[]> {
  return [...new Set((await index.getAllKeys()).map(([encoder]) => encoder))];
}

/** The preference as it is to stand again; `null` where the user deleted it since, or made it anew. */
function returned(
  { before, after }: Retraction,
  present: Preference | undefined,
  now: number,
): Preference | null {
  if (after === null) return present ? null : before;
  if (!present) return null;
  const revision = present.revision + 1;
  if (present.revision === after.revision) return { ...before, revision };
  return { ...withReturned(present, before), revision, updatedAt: now };
}
