import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Episode } from '../../src/learning/types.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';
import type { Job, Store } from '../../src/store/types.ts';
import { besideOf, freshName, raw, storeOf } from './fresh-store.ts';

afterEach(() => vi.restoreAllMocks());

type Plain = Readonly<Record<string, unknown>>;
interface Frozen {
  readonly version: number;
  readonly tables: {
    readonly episodes: readonly (Plain & Pick<Episode, 'id' | 'at' | 'outcome' | 'standing'>)[];
    readonly preferences: readonly (Plain & { readonly id: string })[];
    readonly jobs: readonly Job[];
    readonly vectors: readonly { encoder: string; episodeId: string; values: number[] }[];
    readonly settings: readonly { key: string; value: unknown }[];
  };
}

// Not imported, because half a surrogate pair stands in it, which not every reader of JSON takes.
const frozen: Frozen = JSON.parse(readFileSync('tests/store/frozen/version-1.json', 'utf8'));
const { episodes, preferences, jobs, vectors, settings } = frozen.tables;

/** A database as version 1 left it on the disk: made without our code, which may have changed since. */
async function plantVersion1(name: string): Promise<void> {
  const database = await openDB(name, frozen.version, {
    upgrade: (made) => {
      const stored = made.createObjectStore('episodes', { keyPath: 'id' });
      stored.createIndex('at', 'at');
      stored.createIndex('learned', 'standing.kind');
      made.createObjectStore('preferences', { keyPath: 'id' });
      made.createObjectStore('jobs', { keyPath: 'episodeId' });
      const embedded = made.createObjectStore('vectors', { keyPath: ['encoder', 'episodeId'] });
      embedded.createIndex('encoder', 'encoder');
      made.createObjectStore('settings');
    },
  });
  for (const episode of episodes) await database.put('episodes', episode);
  for (const preference of preferences) await database.put('preferences', preference);
  for (const job of jobs) await database.put('jobs', job);
  for (const vector of vectors) {
    await database.put('vectors', { ...vector, values: Float32Array.from(vector.values) });
  }
  for (const { key, value } of settings) await database.put('settings', value, key);
  database.close();
}

/** Everything that version 1 held, as the store of today answers it. */
async function expectGolden(store: Store): Promise<void> {
  const readable = episodes.filter(({ id }) => id !== 'unreadable');
  const golden = readable.toSorted((one, other) => other.at - one.at);
  expect((await store.episodes(100)).map(({ id }) => id)).toEqual(golden.map(({ id }) => id));
  for (const episode of golden) expect(await store.episode(episode.id)).toEqual(episode);
  const known = preferences.filter(({ id }) => id !== 'unreadable');
  expect(await store.preferences()).toEqual(
    known.map((preference) => ({
      ...preference,
      // What the first version learned did not say what kind of mail it was learned from.
      evidence: (preference['evidence'] as Plain[]).map((one) => ({ task: 'unknown', ...one })),
    })),
  );
  expect(await store.jobs()).toEqual(jobs.toSorted((one, other) => one.at - other.at));
  for (const encoder of ['lexical-1', 'minilm-1']) {
    const stored = vectors.filter((vector) => vector.encoder === encoder);
    expect(await store.vectors(encoder)).toEqual(
      new Map(stored.map(({ episodeId, values }) => [episodeId, Float32Array.from(values)])),
    );
  }
  expect(await store.withoutVector('minilm-1', 10)).toEqual(['kept', 'noted', 'waiting']);
  expect(await store.settings()).toEqual({
    settings: { ...defaultSettings, name: 'Ada Lovelace', sites: ['https://mail.example.com'] },
    fault: null,
  });
  expect(await store.key()).toEqual({ host: 'api.example.com', key: 'secret-key' });
  expect(await store.damaged()).toBe(2);
  expect(await store.notice()).toBeNull();
}

/** Every text of the frozen database that somebody could recognise. */
const canaries = ['Ada', 'lunch', 'example.com', 'Hi <first', 'secret-key', 'red', 'Bob'];

const readableIn = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Everything that stands in the database, sealed texts as the letters they would be on the disk. */
async function onDisk(name: string): Promise<string> {
  return JSON.stringify(await raw(name), (_, value: unknown) =>
    value instanceof Uint8Array ? readableIn(value) : value,
  );
}

test('the frozen database has something of every kind', () => {
  expect(frozen.version).toBe(1);
  expect(new Set(episodes.map(({ outcome }) => outcome))).toEqual(
    new Set(['open', 'sent', 'scheduled', 'discarded']),
  );
  expect(episodes.map(({ standing }) => standing?.kind ?? null)).toEqual(
    expect.arrayContaining([null, 'inferred', 'kept']),
  );
  expect(JSON.stringify(frozen)).toEqual(expect.stringContaining('Lovelace'));
  for (const canary of canaries) expect(JSON.stringify(frozen)).toContain(canary);
});

describe('a database of version 1', () => {
  test('is whole in today’s store, and again when it is opened a second time', async () => {
    const name = freshName();
    await plantVersion1(name);
    const store = await storeOf(name);
    await expectGolden(store);
    store.close();
    await expectGolden(await storeOf(name));
  });

  test('holds nothing in the clear afterwards, nor does what is beside it', async () => {
    const name = freshName();
    await plantVersion1(name);
    const before = await onDisk(name);
    for (const canary of canaries) expect(before).toContain(canary);
    (await storeOf(name)).close();
    const after = (await onDisk(name)) + JSON.stringify([...besideOf(name).values]);
    for (const canary of canaries) expect(after).not.toContain(canary);
  });

  test('can be written to: a preference is changed, an edit learned from', async () => {
    const name = freshName();
    await plantVersion1(name);
    const store = await storeOf(name);
    const stored = (await store.preferences()).find(({ id }) => id === 'p2');
    if (!stored) throw new Error('p2 is gone.');
    await store.putPreference({ ...stored, revision: 2 });
    const episode = await store.episode('noted');
    if (!episode) throw new Error('The noted edit is gone.');
    await store.complete({ episode, preferences: [] });
    expect((await store.jobs()).map(({ episodeId }) => episodeId)).toEqual(['waiting']);
    expect((await store.preferences()).find(({ id }) => id === 'p2')?.revision).toBe(2);
  });
});

/**
 * The background killed during the upgrade: its `step`-th write is the last it ever does, and the
 * browser takes back the unfinished transaction. Answers whether it came that far.
 */
async function killedAt(step: number): Promise<boolean> {
  const name = freshName();
  await plantVersion1(name);
  let steps = 0;
  const stepIn = (transaction: IDBTransaction): void => {
    steps += 1;
    if (steps === step) transaction.abort();
  };
  const { update } = IDBCursor.prototype;
  vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(function (this: IDBCursor, value) {
    const request = update.call(this, value);
    if (this.source instanceof IDBObjectStore) stepIn(this.source.transaction);
    return request;
  });
  const { createIndex, put } = IDBObjectStore.prototype;
  const stores = IDBObjectStore.prototype;
  vi.spyOn(stores, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = put.call(this, value, key);
    stepIn(this.transaction);
    return request;
  });
  vi.spyOn(stores, 'createIndex').mockImplementation(function (this: IDBObjectStore, name, path) {
    const made = createIndex.call(this, name, path);
    stepIn(this.transaction);
    return made;
  });
  const first = await storeOf(name).then(
    (store) => store,
    (thrown: unknown) => thrown,
  );
  vi.restoreAllMocks();
  if (first instanceof Error) {
    const database = await openDB(name);
    expect(database.version, `killed at ${step}`).toBe(1);
    expect(await database.getAll('preferences')).toEqual(preferences);
    database.close();
  } else {
    (first as Store).close();
  }
  const store = await storeOf(name);
  await expectGolden(store);
  store.close();
  return steps >= step;
}

test('killed at any write of the upgrade, the next opening begins it anew and ends it', async () => {
  let step = 1;
  while (await killedAt(step)) step += 1;
  const records = Object.values(frozen.tables).reduce((sum, table) => sum + table.length, 0);
  expect(step).toBeGreaterThan(records);
}, 60_000);
