import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/protocol/settings.ts';
import { openJson } from '../../src/store/sealed.ts';
import { cipherOf, freshStore, plant } from './fresh-store.ts';

const changed = { ...defaultSettings, name: 'Ada Lovelace' };

async function aside(name: string): Promise<unknown> {
  const database = await openDB(name);
  const records: unknown[] = await database.get('settings', 'settings-aside');
  database.close();
  return records.map((record) => openJson(cipherOf(name), 'settings', 'settings', record));
}

describe('settings', () => {
  test('are the defaults while nothing was chosen', async () => {
    const { store } = await freshStore();
    expect(await store.settings()).toEqual({ settings: defaultSettings, fault: null });
  });

  test('come back as they were saved', async () => {
    const { store } = await freshStore();
    await store.putSettings(changed);
    expect(await store.settings()).toEqual({ settings: changed, fault: null });
  });

  test('that are not valid are not saved', async () => {
    const { store } = await freshStore();
    await store.putSettings(changed);
    const open = { ...changed, writer: { ...changed.writer, baseUrl: 'http://example.com/v1' } };
    await expect(store.putSettings(open)).rejects.toMatchObject({ code: 'storage-failed' });
    expect((await store.settings()).settings).toEqual(changed);
  });

  test('that cannot be read give the defaults, a fault, and one copy aside', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'settings', { name: 'Ada', colour: 'red' }, 'settings');
    for (const _ of [1, 2]) {
      const { settings, fault } = await store.settings();
      expect(settings).toEqual(defaultSettings);
      expect(fault?.code).toBe('bad-settings');
    }
    expect(await aside(name)).toEqual([{ name: 'Ada', colour: 'red' }]);
  });

  test('that cannot be read are never lost, also when new ones are saved over them', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'settings', 'first', 'settings');
    await store.putSettings(changed);
    expect(await store.settings()).toEqual({ settings: changed, fault: null });
    await plant(name, 'settings', 'second', 'settings');
    await store.settings();
    expect(await aside(name)).toEqual(['first', 'second']);
  });
});

describe('the key', () => {
  test('is kept with its host, and removed by an empty one', async () => {
    const { store } = await freshStore();
    expect(await store.key()).toBeNull();
    await store.putKey('api.example.com', 'k');
    expect(await store.key()).toEqual({ host: 'api.example.com', key: 'k' });
    await store.putKey('api.example.com', '');
    expect(await store.key()).toBeNull();
  });

  test('counts as missing when its record cannot be read', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'settings', { host: 'api.example.com' }, 'key');
    expect(await store.key()).toBeNull();
  });
});
