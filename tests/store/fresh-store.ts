import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/types.ts';

let made = 0;

/** The name of a database that no other test uses. */
export function freshName(): string {
  made += 1;
  return `store-${made}`;
}

/** An empty store of its own, with its name for those who want to look behind it. */
export async function freshStore(): Promise<{ store: Store; name: string }> {
  const name = freshName();
  return { store: await openStore(name), name };
}

/** Writes a record past the store, as a damaged disk or a foreign version would have left it. */
export async function plant(
  name: string,
  table: string,
  record: unknown,
  key?: string,
): Promise<void> {
  const database = await openDB(name);
  await database.put(table, record, key);
  database.close();
}

/** Every record of one table, as it stands in the database. */
export async function look(name: string, table: string): Promise<unknown[]> {
  const database = await openDB(name);
  const records = await database.getAll(table);
  database.close();
  return records;
}
