import { afterEach, describe, expect, test, vi } from 'vitest';
import { freshStore } from './fresh-store.ts';
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
