import { deleteDB } from 'idb';
import type { Beside } from './beside.ts';

/**
 * Deletes every database of ours and all that is kept beside, and with it the key that the rest of the
 * disk is sealed with. Killed in between, it is ended at the next opening: the shelf says so until its
 * own end, which is the last thing done.
 */
export async function eraseAll({ shelf, keyFile }: Beside, base: string): Promise<void> {
  await shelf.write({ erasing: true });
  await keyFile.remove();
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  for (const name of names) {
    if (name === base || name.startsWith(`${base}.`)) await deleteDB(name);
  }
  await shelf.clear();
}
