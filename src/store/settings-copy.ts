import { settingsSchema } from '../protocol/settings.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { inTurn } from './mirror.ts';
import { readable } from './readable.ts';
import type { Room } from './room.ts';
import { openJson } from './sealed.ts';
import { transact } from './transact.ts';

const name = 'settings';

/** Puts sealed settings on the shelf, for the day the database is lost. Never rejects. */
export async function copySettings(room: Room, sealed: Uint8Array): Promise<void> {
  try {
    await inTurn(room, () => room.beside.shelf.write({ [name]: toBase64(sealed) }));
  } catch (thrown) {
    console.warn('The settings have no second copy.', thrown);
  }
}

/** Brings the settings back from the shelf where the database has none. */
export async function restoreSettings(room: Room): Promise<void> {
  const values = await room.beside.shelf.read([name]);
  const sealed = fromBase64(values[name]);
  if (!readable(settingsSchema, openJson(room.cipher, 'settings', 'settings', sealed))) return;
  await transact(room, ['settings'], 'readwrite', async ({ store }) => {
    if ((await store.get('settings')) === undefined) await store.put(sealed, 'settings');
  });
}
