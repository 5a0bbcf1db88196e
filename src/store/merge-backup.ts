import type { Episode, Preference } from '../learning/types.ts';
import type { Backup } from '../protocol/backup.ts';
import { episodeSchema } from '../protocol/shapes.ts';
import { keepEpisodeCount } from './episode-count.ts';
import { newJob } from './job-records.ts';
import { flush } from './mirror.ts';
import { proveReadable } from './readable.ts';
import type { Room } from './room.ts';
import { episodeRow, jobRow, readEpisode } from './sealed.ts';
import { copySettings } from './settings-copy.ts';
import { writeSettings } from './settings-records.ts';
import { mergeSpending } from './spending-records.ts';
import { transact } from './transact.ts';
import { readAll, writeAll } from './write-preferences.ts';

/** Puts under way at once: enough to keep the database busy. */
const together = 200;

/** Those of a backup's preferences that the memory does not have, or has an earlier state of. */
export function wanted(
  backup: Pick<Backup, 'preferences'>,
  here: ReadonlyMap<string, Preference>,
): readonly Preference[] {
  return backup.preferences.filter((preference) => {
    const known = here.get(preference.id);
    if (!known) return true;
    if (preference.revision !== known.revision) return preference.revision > known.revision;
    return preference.updatedAt > known.updatedAt;
  });
}

/** What of a backup is to come in besides its episodes. */
export interface Choice {
  /** Ids of preferences that are not wanted. */
  readonly without: ReadonlySet<string>;
  /** Whether its settings take the place of those in use. */
  readonly withSettings: boolean;
}

/** `Store.merge`. */
export async function merge(
  room: Room,
  backup: Backup,
  { without, withSettings }: Choice,
  now: number,
): Promise<{ readonly episodes: number; readonly preferences: number }> {
  const waiting = new Set(backup.waiting);
  const { sealed, ...done } = await transact(
    room,
    ['episodes', 'jobs', 'preferences', 'settings'],
    'readwrite',
    async (transaction) => {
      const episodes = transaction.objectStore('episodes');
      const jobs = transaction.objectStore('jobs');
      const here = new Set(await episodes.getAllKeys());
      let count = 0;
      const bring = async (episode: Episode): Promise<void> => {
        const { id } = episode;
        // One that is here but cannot be read is no reason to leave out one that can.
        if (here.has(id) && readEpisode(room.cipher, id, await episodes.get(id))) return;
        proveReadable(episodeSchema, episode, 'episode');
        await episodes.put(episodeRow(room.cipher, episode));
        if (waiting.has(id)) await jobs.put(jobRow(room.cipher, newJob(id, now)));
        count += 1;
      };
      for (let at = 0; at < backup.episodes.length; at += together) {
        const some = backup.episodes.slice(at, at + together);
        await Promise.all(some.map(bring));
      }
      const tables = {
        preferences: transaction.objectStore('preferences'),
        settings: transaction.objectStore('settings'),
      };
      const all = await readAll(room, tables);
      const taken = wanted(backup, all).filter(({ id }) => !without.has(id));
      await writeAll(room, tables, new Map(taken.map((preference) => [preference.id, preference])));
      // With the limit it counts towards, and like it only where the user wants the file's.
      if (withSettings) await mergeSpending(room, tables.settings, backup.spending, now);
      const sealed = withSettings
        ? await writeSettings(room, tables.settings, backup.settings)
        : null;
      return { episodes: count, preferences: taken.length, sealed };
    },
    'strict',
  );
  await keepEpisodeCount(room);
  await flush(room);
  if (sealed) await copySettings(room, sealed);
  return done;
}
