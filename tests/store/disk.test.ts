import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/protocol/settings.ts';
import type { Store } from '../../src/store/types.ts';
import { besideOf, freshStore, raw, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

const cost = { words: 1, normalised: 0.1 };

afterEach(() => vi.restoreAllMocks());

test('a full disk is told as such, and nothing is half written', async () => {
  const { store } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    // The episode still fits on the disk, its job does not.
    if (this.name === 'jobs') throw new DOMException('no luck', 'QuotaExceededError');
    return put.apply(this, given);
  });
  const finish = store.finish('e', 'Hi', 'sent', cost, 1);
  await expect(finish).rejects.toMatchObject({ code: 'storage-full' });
  vi.restoreAllMocks();
  expect(await store.episode('e')).toEqual(sampleEpisode('e'));
  expect(await store.jobs()).toEqual([]);
});

test('what was written before a failure is taken back', async () => {
  const { store } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  const episode = await store.finish('e', 'Hi', 'sent', cost, 1);
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('no luck', 'UnknownError');
  });
  const standing = { kind: 'inferred', preferenceIds: ['p'] } as const;
  const learned = { episode: { ...episode, standing }, preferences: [samplePreference('p')] };
  await expect(store.complete(learned)).rejects.toMatchObject({
    code: 'storage-failed',
    detail: 'no luck',
  });
  vi.restoreAllMocks();
  expect(await store.preferences()).toEqual([]);
  expect(await store.episode('e')).toEqual(episode);
  expect(await store.jobs()).toHaveLength(1);
});

test('a disk that is full only at the end of the transaction is told as such too', async () => {
  const { store } = await freshStore();
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    const request = put.apply(this, given);
    const transaction = this.transaction;
    request.addEventListener('success', () => {
      const full = new DOMException('', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { value: full });
      transaction.abort();
    });
    return request;
  });
  await expect(store.putPreference(samplePreference('p'))).rejects.toMatchObject({
    code: 'storage-full',
  });
});

test('a closed store says so', async () => {
  const { store } = await freshStore();
  store.close();
  await expect(store.preferences()).rejects.toMatchObject({ code: 'storage-failed' });
});

describe('what we say is noted', () => {
  test('is on the disk before we say it', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    begin.mockClear();
    const episode = await store.finish('e', 'Hi', 'sent', cost, 1);
    await store.complete({ episode, preferences: [] });
    const ofJobs = begin.mock.calls.filter(([used]) => [used].flat().includes('jobs'));
    expect(ofJobs.map(([, , options]) => options?.durability)).toEqual(['strict', 'strict']);
  });
});

/** Everything that writes, on a store that holds the open episode `e`, the noted `n` and `p`. */
const writes: Record<string, (store: Store) => Promise<unknown>> = {
  'a new episode': (store) => store.addEpisode(sampleEpisode('new'), sampleVector([1])),
  'a baseline': (store) => store.setBaseline('e', 'as inserted'),
  'a noted edit': (store) => store.finish('e', 'Hi', 'sent', cost, 2),
  'what was learned': async (store) => {
    const episode = await store.episode('n');
    if (!episode) throw new Error('n is gone.');
    const standing = { kind: 'inferred', preferenceIds: ['p', 'q'] } as const;
    const preferences = [samplePreference('p', { revision: 1 }), samplePreference('q')];
    await store.complete({ episode: { ...episode, standing }, preferences });
  },
  'a job for later': (store) => store.postpone('n', 9, { code: 'unreachable', detail: '' }),
  'a changed preference': (store) => store.putPreference(samplePreference('p', { revision: 1 })),
  'a deleted preference': (store) => store.deletePreference('p'),
  'a vector': (store) => store.putVector('e', sampleVector([1, 2], 'other')),
  settings: (store) => store.putSettings({ ...defaultSettings, name: 'Ada' }),
  'a key': (store) => store.putKey('api.example.com', 'k'),
};

describe.each(Object.entries(writes))('on a full disk, %s', (_, write) => {
  /** Lets the `step`-th write to the database fail; answers whether there was one. */
  async function fullAt(step: number): Promise<boolean> {
    const { store, name } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    await store.addEpisode(sampleEpisode('n'), sampleVector([1]));
    await store.finish('n', 'Hi', 'sent', cost, 1);
    await store.putPreference(samplePreference('p'));
    const before = await raw(name);
    const shelf = new Map(besideOf(name).values);
    let steps = 0;
    const stepIn = (): void => {
      steps += 1;
      if (steps === step) throw new DOMException('', 'QuotaExceededError');
    };
    const stores = IDBObjectStore.prototype;
    const { put, add, delete: drop } = stores;
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(stores, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      stepIn();
      return put.call(this, value, key);
    });
    vi.spyOn(stores, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
      stepIn();
      return add.call(this, value, key);
    });
    vi.spyOn(stores, 'delete').mockImplementation(function (this: IDBObjectStore, query) {
      stepIn();
      return drop.call(this, query);
    });
    const fault = await write(store).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const inWrite = steps;
    vi.restoreAllMocks();
    if (fault !== null) {
      expect(fault).toMatchObject({ code: 'storage-full' });
      expect(await raw(name)).toEqual(before);
      expect(besideOf(name).values).toEqual(shelf);
    }
    // With room again, the same call works, and all agrees when it is opened anew.
    if (fault !== null) await write(store);
    store.close();
    const again = await storeOf(name);
    expect(await again.notice()).toBeNull();
    again.close();
    return inWrite >= step && fault !== null;
  }

  test('is refused as such, changes nothing, and can be tried again', async () => {
    let step = 1;
    while (await fullAt(step)) step += 1;
    expect(step).toBeGreaterThan(1);
  });
});
