import { inTurn } from './mirror.ts';
import { tellLater } from './notice.ts';
import type { Room } from './room.ts';
import { transact } from './transact.ts';

const name = 'episodes';

/*
 * Damaged files can take mails and leave the preferences as they were. Mails have no second copy, but
 * how many there are is kept beside the database, so that at least their loss is told.
 */

/** Keeps how many episodes there are. Never rejects: without it, only a loss would go unnoticed. */
export function keepEpisodeCount(room: Room): Promise<void> {
  // Not beside an erasure, which would leave the number of before.
  return inTurn(room, async () =>
    room.beside.shelf.write({ [name]: await countEpisodes(room) }),
  ).catch((thrown: unknown) => console.warn('How many mails there are is not kept.', thrown));
}

/** Tells of episodes that were lost since `known` was kept, unless something worse is told already. */
export async function compareEpisodeCount(room: Room, known: unknown): Promise<void> {
  const count = await countEpisodes(room);
  if (known === count) return;
  if (typeof known === 'number' && known > count) {
    const { notice } = await room.beside.shelf.read(['notice']);
    const lost = { code: 'mails-lost', detail: String(known - count) } as const;
    if (notice === undefined) await tellLater(room, lost);
  }
  await keepEpisodeCount(room);
}

const countEpisodes = (room: Room): Promise<number> =>
  transact(room, ['episodes'], 'readonly', ({ store }) => store.count());
