import { createVectorIndex } from '../../../src/embeddings/vector-index.ts';
import { backupVersion } from '../../../src/protocol/backup.ts';
import { defaultSettings } from '../../../src/protocol/settings.ts';
import type { Beside } from '../../../src/store/beside.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/types.ts';
import { manyPreferences } from '../many-preferences.ts';
import { drawVectors } from '../search/vectors.ts';

const encoder = 'lexical-1';

/** What is kept beside the database, where a page of no extension can keep it. */
const beside: Beside = {
  shelf: {
    read: async (names) => {
      const all = names ?? Object.keys(localStorage);
      const kept = all.filter((name) => localStorage.getItem(name) !== null);
      return Object.fromEntries(
        kept.map((name) => [name, JSON.parse(localStorage.getItem(name) ?? 'null')]),
      );
    },
    write: async (given) => {
      for (const [name, value] of Object.entries(given)) {
        // The second copy of the preferences is more than a page may keep here, and is not measured.
        if (!name.startsWith('preference/')) localStorage.setItem(name, JSON.stringify(value));
      }
    },
    remove: async (names) => {
      for (const name of names) localStorage.removeItem(name);
    },
    clear: async () => localStorage.clear(),
  },
  keyFile: { read: async () => null, write: async () => undefined, remove: async () => undefined },
  elsewhere: async () => null,
};

/** The real store and the real index, in a page: what the benchmark calls, each from outside. */
const inPage = {
  async fill(count: number): Promise<void> {
    const store = await openStore(beside);
    const vectors = drawVectors(count, 1);
    for (let at = 0; at < count; at += 200) {
      await Promise.all(
        vectors
          .slice(at, at + 200)
          .map((values, place) => store.putVector(`${at + place}`, { encoder, values })),
      );
    }
    store.close();
  },
  /** Milliseconds to read all vectors and put them into an index; `isPacked` makes packs of them afterwards. */
  async openVectors(count: number, isPacked = false): Promise<number> {
    const store = await openStore(beside);
    const began = performance.now();
    const index = createVectorIndex();
    index.takeAll(await store.vectors(encoder));
    const took = performance.now() - began;
    if (index.size !== count) throw new Error(`${index.size} of ${count} vectors were read.`);
    if (isPacked) await store.packVectors(encoder);
    store.close();
    return took;
  },
  async fillPreferences(count: number): Promise<void> {
    const store = await openStore(beside);
    const backup = {
      settings: defaultSettings,
      preferences: [...manyPreferences(count)],
      episodes: [],
    };
    await store.merge(
      { penchant: 'backup', version: backupVersion, madeAt: 0, waiting: [], ...backup },
      { without: new Set(), withSettings: false },
      0,
    );
    await store.preferences();
    store.close();
  },
  /** Milliseconds to open the store, and to read its preferences for the first time; 0 reads none. */
  async openPreferences(count: number): Promise<readonly [opening: number, reading: number]> {
    const began = performance.now();
    const store: Store = await openStore(beside);
    const opened = performance.now();
    const { length } = count === 0 ? [] : await store.preferences();
    const read = performance.now();
    if (length !== count) throw new Error(`${length} of ${count} preferences were read.`);
    store.close();
    return [opened - began, read - opened];
  },
};

export type InPage = typeof inPage;

Object.assign(globalThis, { inPage });
