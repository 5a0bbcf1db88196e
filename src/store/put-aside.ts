import { openDB, unwrap } from 'idb';
import type { Room } from './room.ts';
import { storageFault } from './storage-fault.ts';

/**
 * Copies all that the database and the shelf hold, but for the key, as it stands to a database of its
 * own, and answers its name. Nothing reads that again but a person who looks for what was lost.
 */
export async function putAside(room: Room): Promise<string> {
  try {
    const tables = [...room.database.objectStoreNames];
    const { key: _kept, ...shelf } = await room.beside.shelf.read();
    const name = await freeName(`${room.database.name}.aside`);
    const aside = await openDB(name, 1, {
      upgrade: (made) => {
        for (const table of [...tables, 'shelf']) made.createObjectStore(table);
      },
    });
    const copy = async (
      table: string,
      keys: readonly IDBValidKey[],
      values: readonly unknown[],
    ): Promise<void> => {
      const { store, done } = aside.transaction(table, 'readwrite');
      const raw = unwrap(store);
      for (const [position, key] of keys.entries()) raw.put(values[position], key);
      await done;
    };
    for (const table of tables) {
      const { store } = room.database.transaction(table);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      await copy(table, keys, values);
    }
    await copy('shelf', Object.keys(shelf), Object.values(shelf));
    aside.close();
    return name;
  } catch (thrown) {
    throw storageFault(thrown);
  }
}

async function freeName(wanted: string): Promise<string> {
  const taken = (await indexedDB.databases()).map(({ name }) => name);
  for (let number = 1; ; number += 1) {
    if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
