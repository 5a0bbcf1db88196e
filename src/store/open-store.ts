import { Fault } from '../learning/fault.ts';
import type { Beside } from './beside.ts';
import { createCipher } from './cipher.ts';
import { complete } from './complete.ts';
import { damaged } from './damaged.ts';
import { drawKey, findKeys, keepKey } from './data-key.ts';
import { compareEpisodeCount } from './episode-count.ts';
import { episodePages } from './episode-pages.ts';
import { episodeRecords } from './episode-records.ts';
import { eraseAll } from './erase.ts';
import { jobRecords } from './job-records.ts';
import { leftRecords } from './left-records.ts';
import { readMark } from './mark.ts';
import { merge } from './merge-backup.ts';
import { flush, inTurn, shelfMark } from './mirror.ts';
import { takeNotice, tellLater } from './notice.ts';
import { isPlaceOf, openDatabase } from './open-database.ts';
import { preferenceRecords } from './preference-records.ts';
import { checkMirror, reconcile } from './reconcile.ts';
import type { Room } from './room.ts';
import { settingsRecords } from './settings-records.ts';
import { sizes } from './sizes.ts';
import { spendingRecords } from './spending-records.ts';
import { storageFault } from './storage-fault.ts';
import { takeOutRecords } from './take-out.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { vectorRecords } from './vector-records.ts';

/**
 * Opens the store, bringing an older one up to date and healing a damaged one from its second copy; an
 * erasure that was cut off is ended first. Rejects with a `Fault`.
 */
export async function openStore(beside: Beside, base = 'penchant'): Promise<Store> {
  const room = await openRoom(beside, base);
  return {
    ...episodeRecords(room),
    ...episodePages(room),
    ...leftRecords(room),
    ...takeOutRecords(room),
    ...jobRecords(room),
    ...preferenceRecords(room),
    ...vectorRecords(room),
    ...settingsRecords(room),
    ...spendingRecords(room),
    merge: (backup, choice, now) => merge(room, backup, choice, now),
    sizes: () => sizes(room),
    complete: (learned) => complete(room, learned),
    damaged: () => damaged(room),
    notice: () => takeNotice(room),
    checkMirror: () => checkMirror(room),
    erase: () =>
      inTurn(room, async () => {
        room.database.close();
        await eraseAll(beside, base);
        const { database, cipher } = await openRoom(beside, base);
        Object.assign(room, { database, cipher });
      }),
    close: () => room.database.close(),
  };
}

async function openRoom(beside: Beside, base: string): Promise<Room> {
  const small = await readShelf(beside, base);
  const { found, isKeptTwice } = await findKeys(beside.keyFile, small?.['key']);
  // Without the shelf and the file we cannot know whether there is a key, so we touch nothing.
  if (!small && found.length === 0) throw new Fault('storage-failed', 'storage.local');
  const [first = drawKey()] = found;
  // Before anything is sealed with it.
  if (found.length === 0) await keepKey(beside, first);

  const stored = small?.['database'];
  const wanted = typeof stored === 'string' && isPlaceOf(base, stored) ? stored : base;
  const { seal } = createCipher(first);
  const { database, place, isNew } = await openDatabase(beside, wanted, seal);
  const room: Room = { database, cipher: createCipher(first), beside };
  const mark = await transact(room, ['settings'], 'readonly', ({ store }) => store.get('mark'));
  const ciphers = found.map((key) => ({ key, cipher: createCipher(key) }));
  const right =
    ciphers.find(({ cipher }) => readMark(cipher, mark)) ??
    ciphers.find(({ cipher }) => shelfMark(cipher, small?.['mark']));
  if (right) room.cipher = right.cipher;
  if (found.length > 0 && !isKeptTwice) await keepKey(beside, right?.key ?? first);

  if (!small) return room;
  await reconcile(room, { isNew, shelfMark: small['mark'] });
  if (place !== wanted) {
    await beside.shelf.write({ database: place });
    if (small['mark'] === undefined)
      await tellLater(room, { code: 'memory-damaged', detail: wanted });
  }
  await compareEpisodeCount(room, small['episodes']);
  await flush(room);
  return room;
}

/** What the shelf holds but for the mirror; `null` where it fails. */
async function readShelf(beside: Beside, base: string): Promise<Record<string, unknown> | null> {
  const read = () => beside.shelf.read(['erasing', 'key', 'mark', 'database', 'episodes']);
  const small = await read().catch(() => null);
  if (small?.['erasing'] !== true) return small;
  try {
    await eraseAll(beside, base);
    return {};
  } catch (thrown) {
    throw storageFault(thrown);
  }
}
