import type { Room } from './room.ts';
import { readEpisode, readPreference } from './sealed.ts';
import { transact } from './transact.ts';

/** How many episodes and preferences cannot be read. */
export function damaged(room: Room): Promise<number> {
  return transact(room, ['episodes', 'preferences'], 'readonly', async (transaction) => {
    const episodes = transaction.objectStore('episodes');
    const preferences = transaction.objectStore('preferences');
    const [ids, rows, preferenceIds, preferenceRows] = await Promise.all([
      episodes.getAllKeys(),
      episodes.getAll(),
      preferences.getAllKeys(),
      preferences.getAll(),
    ]);
    const bad = ids.filter((id, at) => !readEpisode(room.cipher, id, rows[at]));
    const badPreferences = preferenceIds.filter(
      (id, at) => !readPreference(room.cipher, id, preferenceRows[at]),
    );
    return bad.length + badPreferences.length;
  });
}
