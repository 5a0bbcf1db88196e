import { wrap } from 'idb';
import type { Beside } from './beside.ts';

/**
 * Deletes every database of ours and all that is kept beside, and with it the key that the rest of the
 * disk is sealed with. Killed in between, it is ended at the next opening: the shelf says so until its
 * own end, which is the last thing done.
 */
export async function eraseAll({ shelf, keyFile, elsewhere }: Beside, base: string): Promise<void> {
  await shelf.write({ erasing: true });
  await keyFile.remove();
  for (const factory of [indexedDB, await elsewhere()]) {
    // Where the browser can open none of them it can delete none either, and the key is all that counts.
    if (factory) await deleteAll(factory, base).catch(() => undefined);
  }
  await shelf.clear();
}

async function deleteAll(factory: IDBFactory, base: string): Promise<void> {
  for (const { name = '' } of await factory.databases()) {
    const isOurs = name === base || name.startsWith(`${base}.`);
    if (isOurs) await wrap(factory.deleteDatabase(name));
  }
}
