import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { fromBase64 } from '../../src/store/base64.ts';
import { type Cipher, createCipher } from '../../src/store/cipher.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openJson, sealedOf, sealJson } from '../../src/store/sealed.ts';
import type { Store } from '../../src/store/types.ts';
import { type MemoryBeside, memoryBeside } from './memory-beside.ts';

let made = 0;
const besides = new Map<string, MemoryBeside>();

/** The name of a database that no other test uses. */
export function freshName(): string {
  made += 1;
  return `store-${made}`;
}

/** An empty store of its own, with its name for those who want to look behind it. */
export async function freshStore(): Promise<{ store: Store; name: string }> {
  const name = freshName();
  return { store: await storeOf(name), name };
}

/** What is kept beside the database of this name. */
export function besideOf(name: string): MemoryBeside {
  const beside = besides.get(name) ?? memoryBeside();
  besides.set(name, beside);
  return beside;
}

/** Opens the store of this name, as the background would when it is started again. */
export const storeOf = (name: string): Promise<Store> => openStore(besideOf(name), name);

/** What the records of this name are sealed with. */
export function cipherOf(name: string): Cipher {
  const key = fromBase64(besideOf(name).values.get('key'));
  if (!key) throw new Error(`${name} has no key yet.`);
  return createCipher(key);
}

type Table = 'episodes' | 'jobs' | 'preferences' | 'settings';
const keyName: Record<Table, string> = {
  episodes: 'id',
  jobs: 'episodeId',
  preferences: 'id',
  settings: '',
};

/** Writes a record past the store, sealed, as a foreign version of ours would have left it. */
export async function plant(
  name: string,
  table: Table,
  record: unknown,
  settingsKey?: string,
): Promise<void> {
  // Only records with a key of their own are planted where there is none in the settings.
  const fields = record as Record<string, unknown>;
  const key = settingsKey ?? String(fields[keyName[table]]);
  const sealed = sealJson(cipherOf(name), table, key, record);
  const database = await openDB(name);
  if (settingsKey !== undefined) await database.put(table, sealed, settingsKey);
  else await database.put(table, { [keyName[table]]: key, at: fields['at'] ?? 0, sealed });
  database.close();
}

/** Every record of one table, opened. */
export async function look(name: string, table: Table): Promise<unknown[]> {
  const database = await openDB(name);
  const [keys, rows] = await Promise.all([database.getAllKeys(table), database.getAll(table)]);
  database.close();
  return keys.map((key, at) => {
    const sealed = rows[at] instanceof Uint8Array ? rows[at] : sealedOf(rows[at]);
    return openJson(cipherOf(name), table, String(key), sealed);
  });
}

/** Every record as it stands in the database, by table and key. */
export async function raw(name: string): Promise<Record<string, [IDBValidKey, unknown][]>> {
  const database = await openDB(name);
  const tables: Record<string, [IDBValidKey, unknown][]> = {};
  for (const table of database.objectStoreNames) {
    const [keys, rows] = await Promise.all([database.getAllKeys(table), database.getAll(table)]);
    tables[table] = keys.map((key, at) => [key, rows[at]]);
  }
  database.close();
  return tables;
}
