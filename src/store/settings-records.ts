import type { IDBPObjectStore } from 'idb';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../protocol/settings.ts';
import { proveReadable, readable } from './readable.ts';
import type { Database, Schema } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

const keySchema = z.strictObject({ host: z.string(), key: z.string() });

type SettingsPart = Pick<Store, 'settings' | 'putSettings' | 'key' | 'putKey'>;

/** The store's methods for what the user chose, and for the key. */
export function settingsRecords(database: Database): SettingsPart {
  return {
    settings: async () => {
      const read = await transact(database, ['settings'], 'readonly', async ({ store }) => {
        const record = await store.get('settings');
        return { missing: record === undefined, settings: readable(settingsSchema, record) };
      });
      if (read.missing) return { settings: defaultSettings, fault: null };
      if (read.settings) return { settings: read.settings, fault: null };
      await transact(database, ['settings'], 'readwrite', ({ store }) => keepAside(store));
      return { settings: defaultSettings, fault: { code: 'bad-settings', detail: '' } };
    },

    putSettings: (settings) =>
      transact(database, ['settings'], 'readwrite', async ({ store }) => {
        proveReadable(settingsSchema, settings, 'settings');
        await keepAside(store);
        await store.put(settings, 'settings');
      }),

    key: () =>
      transact(
        database,
        ['settings'],
        'readonly',
        async ({ store }) => readable(keySchema, await store.get('key')) ?? null,
      ),

    putKey: (host, key) =>
      transact(database, ['settings'], 'readwrite', async ({ store }) => {
        if (key === '') await store.delete('key');
        else await store.put({ host, key }, 'key');
      }),
  };
}

/** Copies settings that cannot be read to the list `settings-aside`, each once. */
async function keepAside(
  store: IDBPObjectStore<Schema, ['settings'], 'settings', 'readwrite'>,
): Promise<void> {
  const record = await store.get('settings');
  if (record === undefined || readable(settingsSchema, record)) return;
  const stored = await store.get('settings-aside');
  const aside: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const text = JSON.stringify(record);
  if (aside.some((one) => JSON.stringify(one) === text)) return;
  await store.put([...aside, record], 'settings-aside');
}
