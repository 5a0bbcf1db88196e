import type { IDBPObjectStore } from 'idb';
import { z } from 'zod';
import { defaultSettings, type Settings, settingsSchema } from '../protocol/settings.ts';
import type { Cipher } from './cipher.ts';
import { proveReadable, readable } from './readable.ts';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { openJson, sealJson } from './sealed.ts';
import { copySettings } from './settings-copy.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

const keySchema = z.strictObject({ host: z.string(), key: z.string() });

type SettingsPart = Pick<Store, 'settings' | 'putSettings' | 'key' | 'putKey'>;

/** The store's methods for what the user chose, and for the key. */
export function settingsRecords(room: Room): SettingsPart {
  return {
    settings: async () => {
      const read = await transact(room, ['settings'], 'readonly', async ({ store }) => {
        const record = await store.get('settings');
        return { missing: record === undefined, settings: readSettings(room.cipher, record) };
      });
      if (read.missing) return { settings: defaultSettings, fault: null };
      if (read.settings) return { settings: read.settings, fault: null };
      await transact(room, ['settings'], 'readwrite', ({ store }) => keepAside(room.cipher, store));
      return { settings: defaultSettings, fault: { code: 'bad-settings', detail: '' } };
    },

    async putSettings(settings) {
      const sealed = await transact(room, ['settings'], 'readwrite', ({ store }) =>
        writeSettings(room, store, settings),
      );
      await copySettings(room, sealed);
    },

    key: () =>
      transact(
        room,
        ['settings'],
        'readonly',
        async ({ store }) =>
          readable(keySchema, openJson(room.cipher, 'settings', 'key', await store.get('key'))) ??
          null,
      ),

    putKey: (host, key) =>
      transact(room, ['settings'], 'readwrite', async ({ store }) => {
        if (key === '') await store.delete('key');
        else await store.put(sealJson(room.cipher, 'settings', 'key', { host, key }), 'key');
      }),
  };
}

type SettingsTable = Pick<
  IDBPObjectStore<Schema, ['settings'], 'settings', 'readwrite'>,
  'get' | 'put'
>;

/** Writes settings within a transaction, and answers them as they were sealed; see `copySettings`. */
export async function writeSettings(
  room: Room,
  store: SettingsTable,
  settings: Settings,
): Promise<Uint8Array> {
  proveReadable(settingsSchema, settings, 'settings');
  await keepAside(room.cipher, store);
  const sealed = sealJson(room.cipher, 'settings', 'settings', settings);
  await store.put(sealed, 'settings');
  return sealed;
}

const readSettings = (cipher: Cipher, record: unknown): Settings | undefined =>
  readable(settingsSchema, openJson(cipher, 'settings', 'settings', record));

/** Copies settings that cannot be read to the list `settings-aside`, as they stand and each once. */
async function keepAside(cipher: Cipher, store: SettingsTable): Promise<void> {
  const record = await store.get('settings');
  if (record === undefined || readSettings(cipher, record)) return;
  const stored = await store.get('settings-aside');
  const aside: readonly unknown[] = Array.isArray(stored) ? stored : [];
  // Two that were sealed apart differ, also where they say the same: then both are kept.
  if (aside.some((one) => String(one) === String(record))) return;
  await store.put([...aside, record], 'settings-aside');
}
