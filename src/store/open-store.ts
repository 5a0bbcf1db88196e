import { openDB, unwrap } from 'idb';
import { Fault } from '../learning/fault.ts';
import { episodeSchema, preferenceSchema } from '../protocol/shapes.ts';
import { complete } from './complete.ts';
import { episodeRecords } from './episode-records.ts';
import { jobRecords } from './job-records.ts';
import { leftRecords } from './left-records.ts';
import { databaseVersion, migrate } from './migrate.ts';
import { preferenceRecords } from './preference-records.ts';
import { allReadable } from './readable.ts';
import type { Database, Schema } from './schema.ts';
import { settingsRecords } from './settings-records.ts';
import { storageFault } from './storage-fault.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';
import { vectorRecords } from './vector-records.ts';

/**
 * Opens the database, bringing an older one up to date. Rejects with a `Fault`; a database of a newer
 * version of Penchant is left alone (`storage-failed`).
 */
export async function openStore(name = 'penchant'): Promise<Store> {
  const database = await open(name);
  return {
    ...episodeRecords(database),
    ...leftRecords(database),
    ...jobRecords(database),
    ...preferenceRecords(database),
    ...vectorRecords(database),
    ...settingsRecords(database),
    complete: (learned) => complete(database, learned),
    damaged: () => damaged(database),
    close: () => database.close(),
  };
}

async function open(name: string): Promise<Database> {
  try {
    return await openDB<Schema>(name, databaseVersion, {
      upgrade: (database, from, _to, transaction) =>
        migrate(unwrap(database), unwrap(transaction), from),
      // A newer version of ourselves must not wait for us to make room.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'VersionError') {
      const reason = 'it was written by a newer version of Penchant; update the extension';
      throw new Fault('storage-failed', reason, { cause: thrown });
    }
    throw storageFault(thrown);
  }
}

function damaged(database: Database): Promise<number> {
  return transact(database, ['episodes', 'preferences'], 'readonly', async (transaction) => {
    const [episodes, preferences] = await Promise.all([
      transaction.objectStore('episodes').getAll(),
      transaction.objectStore('preferences').getAll(),
    ]);
    const read = allReadable(episodeSchema, episodes).length;
    const readPreferences = allReadable(preferenceSchema, preferences).length;
    return episodes.length - read + (preferences.length - readPreferences);
  });
}
