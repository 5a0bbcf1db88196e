import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/protocol/settings.ts';
import type { Store } from '../../src/store/types.ts';
import { besideOf, freshStore, raw, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

afterEach(() => vi.restoreAllMocks());

const settings = { ...defaultSettings, name: 'Ada Lovelace' };
const ids = ['a', 'b', 'c'] as const;
const all = ids.map((id) => samplePreference(id));

/** A store in use: three preferences, settings, a key, one edit; closed again. */
async function used(): Promise<string> {
  const { store, name } = await freshStore();
  for (const preference of all) await store.putPreference(preference);
  await store.putSettings(settings);
  await store.putKey('api.example.com', 'k');
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  store.close();
  return name;
}

async function inDatabase(
  name: string,
  change: (database: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>,
): Promise<void> {
  const database = await openDB(name);
  await change(database);
  database.close();
}

/** What damaged files do to a database. */
const lostOfDatabase: Record<string, (name: string) => Promise<void>> = {
  'that is gone': (name) => deleteDB(name),
  'that lost a preference': (name) => inDatabase(name, (db) => db.delete('preferences', 'b')),
  'that lost all preferences': (name) => inDatabase(name, (db) => db.clear('preferences')),
  'that lost its mark': (name) => inDatabase(name, (db) => db.delete('settings', 'mark')),
  'with a record of another kind': (name) =>
    inDatabase(name, (db) => db.put('preferences', { id: 'b', sealed: 7 })),
  'with a garbled preference': (name) =>
    inDatabase(name, async (db) => {
      const row = await db.get('preferences', 'b');
      row.sealed[row.sealed.length - 1] ^= 1;
      await db.put('preferences', row);
    }),
  'that lost its last changes': async (name) => {
    const before = await raw(name);
    const store = await storeOf(name);
    const late = { ...samplePreference('a'), revision: 1 };
    await store.putPreference(late);
    await store.putPreference({ ...late, revision: 2 });
    await store.putPreference({ ...samplePreference('b'), revision: 1 });
    // Back to what was, for the test that the newer state is in the mirror only.
    for (const id of ['a', 'b'] as const) await store.deletePreference(id);
    for (const id of ['a', 'b'] as const) await store.putPreference(samplePreference(id));
    store.close();
    await inDatabase(name, async (db) => {
      await db.clear('preferences');
      for (const [, row] of before['preferences'] ?? []) await db.put('preferences', row);
      for (const [key, row] of before['settings'] ?? []) await db.put('settings', row, key);
    });
  },
};

const lostOfMirror: Record<string, (name: string) => unknown> = {
  'that is gone': (name) => besideOf(name).values.clear(),
  'that lost its mark': (name) => besideOf(name).values.delete('mark'),
  'with a garbled mark': (name) => besideOf(name).values.set('mark', '?'),
  'of another time': (name) => {
    const { values } = besideOf(name);
    values.set('mark', values.get('preference/a'));
  },
};

test('mails that were lost beside sound preferences are told, once', async () => {
  const name = await used();
  const store = await storeOf(name);
  await store.addEpisode(sampleEpisode('f'), sampleVector([1]));
  await store.addEpisode(sampleEpisode('g'), sampleVector([1]));
  store.close();
  await inDatabase(name, async (db) => {
    await db.delete('episodes', 'e');
    await db.delete('episodes', 'f');
  });
  const hurt = await storeOf(name);
  expect(await hurt.notice()).toEqual({ code: 'mails-lost', detail: '2' });
  expect(await hurt.preferences()).toEqual(all);
  await hurt.addEpisode(sampleEpisode('h'), sampleVector([1]));
  hurt.close();
  expect(await (await storeOf(name)).notice()).toBeNull();
});

async function expectWhole(name: string, told: string | null): Promise<Store> {
  const store = await storeOf(name);
  expect(await store.preferences()).toEqual(all);
  expect((await store.notice())?.code ?? null).toBe(told);
  expect(await store.notice()).toBeNull();
  return store;
}

describe.each(Object.entries(lostOfDatabase))('a database %s', (_, damage) => {
  test('is restored from its mirror, told once, and sound afterwards', async () => {
    const name = await used();
    await damage(name);
    const store = await expectWhole(name, 'memory-restored');
    expect((await store.settings()).settings).toEqual(settings);
    await store.putPreference(samplePreference('d'));
    store.close();
    const again = await storeOf(name);
    expect(await again.preferences()).toEqual([...all, samplePreference('d')]);
    expect(await again.notice()).toBeNull();
  });
});

describe.each(Object.entries(lostOfMirror))('a mirror %s', (_, damage) => {
  test('is written anew from the database, and nobody is troubled', async () => {
    const name = await used();
    damage(name);
    (await expectWhole(name, null)).close();
    await deleteDB(name);
    await expectWhole(name, 'memory-restored');
  });
});

test('a mirror with a garbled entry is found by the look at all of it', async () => {
  const name = await used();
  besideOf(name).values.set('preference/b', 'AAAA');
  const store = await storeOf(name);
  await store.checkMirror();
  store.close();
  await deleteDB(name);
  await expectWhole(name, 'memory-restored');
});

const bothLost = Object.entries(lostOfDatabase).filter(([what]) => what !== 'that is gone');

describe.each(bothLost)('a database %s beside a damaged mirror', (what, damage) => {
  test('gives what can be read of both, is put aside as it was, and told', async () => {
    const name = await used();
    await damage(name);
    besideOf(name).values.set('preference/c', '?');
    const before = await raw(name);
    const shelf = new Map(besideOf(name).values);
    const store = await storeOf(name);
    const notice = await store.notice();
    // What the mirror lost, one of these databases lost too.
    const kept = (await store.preferences()).map(({ id }) => id);
    expect(kept).toEqual(what === 'that lost all preferences' ? ['a', 'b'] : ['a', 'b', 'c']);
    expect(notice?.code).toBe('memory-damaged');
    const aside = await raw(notice?.detail ?? '');
    for (const table of Object.keys(before)) expect(aside[table]).toEqual(before[table]);
    shelf.delete('key');
    expect(new Map(aside['shelf'] as [string, unknown][])).toEqual(shelf);
  });
});

test('with the database gone and the mirror garbled, the readable rest is there, and it is told', async () => {
  const name = await used();
  await deleteDB(name);
  besideOf(name).values.set('preference/c', '?');
  const store = await storeOf(name);
  expect(await store.preferences()).toEqual([samplePreference('a'), samplePreference('b')]);
  const notice = await store.notice();
  expect(notice?.code).toBe('memory-damaged');
  expect((await raw(notice?.detail ?? ''))['shelf']).toContainEqual(['preference/c', '?']);
});

test('a database that was empty is told as lost too: it may have had mails', async () => {
  const { store, name } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  store.close();
  await deleteDB(name);
  expect(await (await storeOf(name)).notice()).toEqual({ code: 'memory-restored', detail: '0' });
});

describe('a database that cannot be opened', () => {
  function breakOpening(broken: (name: string) => boolean, reason = 'UnknownError'): void {
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (broken(name)) throw new DOMException('Internal error opening backing store', reason);
      return open(name, version);
    });
  }

  test('is left as it is; another is made of the mirror, and stays in use', async () => {
    const name = await used();
    const before = await raw(name);
    breakOpening((asked) => asked === name);
    const store = await expectWhole(name, 'memory-restored');
    await store.putPreference(samplePreference('d'));
    store.close();
    vi.restoreAllMocks();
    expect(await raw(name)).toEqual(before);
    expect(await (await storeOf(name)).preferences()).toHaveLength(4);
  });

  test('nor any other of its files is made anew elsewhere, and stays in use until it is erased', async () => {
    const name = await used();
    const factory = new IDBFactory();
    Object.assign(besideOf(name), { elsewhere: async () => factory });
    breakOpening(() => true);
    const store = await expectWhole(name, 'memory-restored');
    await store.putPreference(samplePreference('d'));
    store.close();
    const again = await storeOf(name);
    expect(await again.preferences()).toHaveLength(4);
    await again.erase();
    expect(await again.preferences()).toEqual([]);
    again.close();
    expect(await (await storeOf(name)).preferences()).toEqual([]);
  });

  test('for a moment only is opened the next time', async () => {
    const name = await used();
    let times = 0;
    breakOpening(() => {
      times += 1;
      return times <= 2;
    });
    await expectWhole(name, null);
  });

  test('nor any other is said, and nothing is touched', async () => {
    const name = await used();
    const shelf = new Map(besideOf(name).values);
    breakOpening(() => true);
    await expect(storeOf(name)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(besideOf(name).values).toEqual(shelf);
    vi.restoreAllMocks();
    await expectWhole(name, null);
  });

  test('because the disk is full is no reason to take another', async () => {
    const name = await used();
    breakOpening((asked) => asked === name, 'QuotaExceededError');
    await expect(storeOf(name)).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    await expectWhole(name, null);
  });
});

describe('the key', () => {
  const foreignKey = btoa('x'.repeat(32));

  test.each([
    ['on the shelf', (name: string) => besideOf(name).values.delete('key')],
    ['in the file', (name: string) => Object.assign(besideOf(name), { file: null })],
    ['on the shelf, garbled', (name: string) => besideOf(name).values.set('key', 'AAAA')],
    ['in the file, another', (name: string) => Object.assign(besideOf(name), { file: foreignKey })],
    ['on the shelf, another', (name: string) => besideOf(name).values.set('key', foreignKey)],
  ])('lost %s comes back from its second copy', async (_, lose) => {
    const name = await used();
    const key = besideOf(name).file;
    lose(name);
    const store = await expectWhole(name, null);
    expect(await store.key()).toEqual({ host: 'api.example.com', key: 'k' });
    expect(besideOf(name).file).toBe(key);
    expect(besideOf(name).values.get('key')).toBe(key);
  });

  test('lost in both places loses the texts, but what there is is put aside and told', async () => {
    const name = await used();
    const before = await raw(name);
    besideOf(name).values.delete('key');
    besideOf(name).file = null;
    const store = await storeOf(name);
    expect(await store.preferences()).toEqual([]);
    const notice = await store.notice();
    expect(notice?.code).toBe('memory-damaged');
    expect((await raw(notice?.detail ?? ''))['preferences']).toEqual(before['preferences']);
    await store.putPreference(samplePreference('new'));
    store.close();
    expect(await (await storeOf(name)).preferences()).toEqual([samplePreference('new')]);
  });

  test('is not made anew while nobody can say whether there is one', async () => {
    const name = await used();
    besideOf(name).file = null;
    const read = vi.spyOn(besideOf(name).shelf, 'read').mockRejectedValue(new Error('no luck'));
    await expect(storeOf(name)).rejects.toMatchObject({ code: 'storage-failed' });
    read.mockRestore();
    await expectWhole(name, null);
  });
});

test('a shelf that fails keeps nobody from working, and has everything once it is back', async () => {
  const { store, name } = await freshStore();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const write = vi.spyOn(besideOf(name).shelf, 'write').mockRejectedValue(new Error('no luck'));
  for (const preference of all) await store.putPreference(preference);
  await store.deletePreference('b');
  await store.putPreference(samplePreference('b'));
  write.mockRestore();
  await store.putSettings(settings);
  store.close();
  (await storeOf(name)).close();
  await deleteDB(name);
  await expectWhole(name, 'memory-restored');
});
