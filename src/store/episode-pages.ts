import type { Room } from './room.ts';
import { readEpisode } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

/** The store's methods for reading many episodes piece by piece, without opening those not asked for. */
export function episodePages(room: Room): Pick<Store, 'episodeIds' | 'episodesOf'> {
  return {
    episodeIds: ({ from, to }) =>
      transact(room, ['episodes'], 'readonly', async ({ store }) => {
        const ids = await store.index('at').getAllKeys(IDBKeyRange.bound(from, to));
        return ids.reverse();
      }),

    episodesOf: (ids) =>
      transact(room, ['episodes'], 'readonly', async ({ store }) => {
        const rows = await Promise.all(ids.map((id) => store.get(id)));
        return ids.flatMap((id, at) => readEpisode(room.cipher, id, rows[at]) ?? []);
      }),
  };
}
