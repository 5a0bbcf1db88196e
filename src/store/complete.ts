import { episodeSchema, preferenceSchema } from '../protocol/shapes.ts';
import { type Change, flush, noteChanges } from './mirror.ts';
import { proveNext } from './preference-records.ts';
import { proveReadable } from './readable.ts';
import type { Room } from './room.ts';
import { episodeRow, preferenceRow } from './sealed.ts';
import { transact } from './transact.ts';
import type { Learned } from './types.ts';

/** `Store.complete`: what was learned and the end of its job, together or not at all. */
export async function complete(room: Room, learned: Learned): Promise<void> {
  const { episode, preferences } = learned;
  await transact(
    room,
    ['episodes', 'jobs', 'preferences', 'settings'],
    'readwrite',
    async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      // Learned before, by a run that was killed before it could say so: once is enough.
      if ((await jobs.getKey(episode.id)) === undefined) return;
      proveReadable(episodeSchema, episode, 'episode');
      await transaction.objectStore('episodes').put(episodeRow(room.cipher, episode));
      const stored = transaction.objectStore('preferences');
      const changes: Change[] = [];
      for (const preference of preferences) {
        const { id, revision } = preference;
        const before = await stored.get(id);
        // What the user deleted while we learned stays deleted.
        if (before === undefined && revision > 0) continue;
        if (before !== undefined) proveNext(room.cipher, preference, before);
        proveReadable(preferenceSchema, preference, 'preference');
        const after = preferenceRow(room.cipher, preference);
        await stored.put(after);
        changes.push({ id, before, after });
      }
      await noteChanges(room, transaction.objectStore('settings'), changes);
      await jobs.delete(episode.id);
    },
    'strict',
  );
  await flush(room);
}
