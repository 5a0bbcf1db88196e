import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/types.ts';
import { besideOf, freshStore, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

afterEach(() => vi.restoreAllMocks());

/** What the mirror alone says: the store that is made of it when the database is gone. */
async function ofMirrorAlone(name: string): Promise<Store> {
  await deleteDB(name);
  return storeOf(name);
}

test('holds nothing in the clear', async () => {
  const { store, name } = await freshStore();
  await store.putPreference(samplePreference('p', { description: 'Never says “synergy”.' }));
  const held = JSON.stringify([...besideOf(name).values]);
  expect(held).toContain('preference/p');
  expect(held).not.toMatch(/synergy|ada@example/);
  expect(Buffer.from(String(besideOf(name).values.get('preference/p')), 'base64').toString())
    .not //
    .toContain('synergy');
});

test('has what was learned from an edit', async () => {
  const { store, name } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  const episode = await store.finish('e', 'Hi', 'sent', { words: 1, normalised: 0.1 }, 1);
  await store.complete({ episode, preferences: [samplePreference('p'), samplePreference('q')] });
  store.close();
  const restored = await ofMirrorAlone(name);
  expect(await restored.preferences()).toEqual([samplePreference('p'), samplePreference('q')]);
});

describe('whatever is changed, and whenever the background dies', () => {
  const operation = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('put', 'put', 'delete', 'reopen', 'together'),
    /** Which of the coming calls to the shelf dies, with all that follow; 0: none. */
    dies: fc.constantFrom(0, 0, 0, 1, 2),
  });

  test('database and mirror agree as soon as it is opened again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 12 }), async (operations) => {
        const fresh = await freshStore();
        const { name } = fresh;
        let { store } = fresh;
        const revisions = new Map<string, number>();
        const { shelf } = besideOf(name);
        const { write, remove } = shelf;
        const put = async (id: string): Promise<void> => {
          const revision = (revisions.get(id) ?? -1) + 1;
          await store.putPreference(samplePreference(id, { revision }));
          revisions.set(id, revision);
        };
        for (const { id, kind, dies } of operations) {
          let calls = 0;
          const mortal =
            <Given>(real: (given: Given) => Promise<void>) =>
            async (given: Given): Promise<void> => {
              calls += 1;
              if (dies > 0 && calls >= dies) throw new Error('dead');
              return real(given);
            };
          Object.assign(shelf, { write: mortal(write), remove: mortal(remove) });
          if (kind === 'put') await put(id);
          if (kind === 'together') await Promise.all([put(id), put(`${id}2`), put(`${id}3`)]);
          if (kind === 'delete' && revisions.has(id)) {
            await store.deletePreference(id);
            revisions.delete(id);
          }
          Object.assign(shelf, { write, remove });
          if (kind !== 'reopen') continue;
          store.close();
          store = await storeOf(name);
        }
        store.close();
        store = await storeOf(name);
        const known = await store.preferences();
        expect(new Map(known.map(({ id, revision }) => [id, revision]))).toEqual(revisions);
        expect(await store.notice()).toBeNull();
        store.close();
        const restored = await ofMirrorAlone(name);
        expect(await restored.preferences()).toEqual(known);
        restored.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

test('is written with what changed, not with all of it', async () => {
  const { store, name } = await freshStore();
  for (let number = 0; number < 50; number += 1) {
    await store.putPreference(samplePreference(`p${number}`));
  }
  const write = vi.spyOn(besideOf(name).shelf, 'write');
  await store.putPreference(samplePreference('p7', { revision: 1 }));
  expect(write.mock.calls.map(([values]) => Object.keys(values))).toEqual([
    ['preference/p7', 'mark'],
  ]);
});

test('has also what was changed while it was being written', async () => {
  const { store, name } = await freshStore();
  const { shelf } = besideOf(name);
  const { write } = shelf;
  let second: Promise<void> | null = null;
  vi.spyOn(shelf, 'write').mockImplementation(async (values) => {
    if (!second) {
      second = store.putPreference(samplePreference('b'));
      // Until it is in the database, this write is under way.
      while ((await store.preferences()).length < 2);
    }
    return write(values);
  });
  await store.putPreference(samplePreference('a'));
  await second;
  store.close();
  const restored = await ofMirrorAlone(name);
  expect((await restored.preferences()).map(({ id }) => id)).toEqual(['a', 'b']);
});
