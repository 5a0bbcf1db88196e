import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { cipherOf, freshName, freshStore, look, plant, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

describe('versions', () => {
  test('an empty database is brought to the newest version', async () => {
    const name = freshName();
    (await storeOf(name)).close();
    const database = await openDB(name);
    expect(database.version).toBe(3);
    expect([...database.objectStoreNames]).toEqual([
      'episodes',
      'jobs',
      'packs',
      'preferences',
      'settings',
      'vectors',
    ]);
    const { store: episodes } = database.transaction('episodes');
    expect([...episodes.indexNames]).toEqual(['at', 'learned']);
    const { store: vectors } = database.transaction('vectors');
    expect(vectors.keyPath).toEqual(['encoder', 'episodeId']);
    expect([...vectors.indexNames]).toEqual(['encoder']);
  });

  test('opening it again keeps what is in it', async () => {
    const { store, name } = await freshStore();
    await store.putPreference(samplePreference('p'));
    store.close();
    const again = await storeOf(name);
    expect(await again.preferences()).toEqual([samplePreference('p')]);
  });

  test('a database of a newer version is refused and not touched', async () => {
    const name = freshName();
    const newer = await openDB(name, 99, {
      upgrade: (database) => void database.createObjectStore('thoughts'),
    });
    await newer.put('thoughts', 'from the future', 'one');
    newer.close();

    await expect(storeOf(name)).rejects.toMatchObject({
      code: 'storage-failed',
      detail: expect.stringContaining('newer version of Penchant'),
    });

    const database = await openDB(name);
    expect(database.version).toBe(99);
    expect([...database.objectStoreNames]).toEqual(['thoughts']);
    expect(await database.get('thoughts', 'one')).toBe('from the future');
  });

  test('an open store makes room for a newer version', async () => {
    const { store, name } = await freshStore();
    const newer = await openDB(name, 99);
    expect(newer.version).toBe(99);
    await expect(store.preferences()).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

describe('records that cannot be read', () => {
  test('are skipped, counted and left where they are', async () => {
    const { store, name } = await freshStore();
    await store.addEpisode(sampleEpisode('good'), sampleVector([1, 0]));
    await store.putPreference(samplePreference('good'));
    const badEpisode = { ...sampleEpisode('bad'), draft: 7 };
    const badPreference = { ...samplePreference('bad'), facet: 'smell' };
    await plant(name, 'episodes', badEpisode);
    await plant(name, 'preferences', badPreference);

    expect(await store.episode('bad')).toBeUndefined();
    expect((await store.episodes(10)).map(({ id }) => id)).toEqual(['good']);
    expect((await store.preferences()).map(({ id }) => id)).toEqual(['good']);
    expect(await store.damaged()).toBe(2);
    expect(await look(name, 'episodes')).toContainEqual(badEpisode);
    expect(await look(name, 'preferences')).toContainEqual(badPreference);
  });

  test('a bad vector is skipped', async () => {
    const { store, name } = await freshStore();
    await store.addEpisode(sampleEpisode('good'), sampleVector([1, 0]));
    const nan = new Uint8Array(new Float32Array([Number.NaN, 1]).buffer);
    const seal = (place: string) => cipherOf(name).seal(`vectors/lexical-1/${place}`, nan);
    const database = await openDB(name);
    const bad = { cut: nan.slice(0, 7), nan: seal('nan'), plain: 'none', swapped: seal('good') };
    for (const [episodeId, sealed] of Object.entries(bad)) {
      await database.put('vectors', { encoder: 'lexical-1', episodeId, sealed });
    }
    database.close();
    expect([...(await store.vectors('lexical-1')).keys()]).toEqual(['good']);
  });

  test('a bad job is still learned from: its key says which edit it is', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'jobs', { episodeId: 'e', attempts: 'many' });
    expect(await store.jobs()).toEqual([
      { episodeId: 'e', at: 0, attempts: 0, notBefore: 0, fault: null },
    ]);
  });

  test('nothing is stored that could not be read back', async () => {
    const { store } = await freshStore();
    const endless = samplePreference('p', { description: 'x'.repeat(501) });
    await expect(store.putPreference(endless)).rejects.toMatchObject({ code: 'storage-failed' });
    const timeless = sampleEpisode('e', { at: Number.NaN });
    await expect(store.addEpisode(timeless, sampleVector([1]))).rejects.toMatchObject({
      code: 'storage-failed',
    });
    expect(await store.preferences()).toEqual([]);
    expect(await store.vectors('lexical-1')).toEqual(new Map());
  });
});
