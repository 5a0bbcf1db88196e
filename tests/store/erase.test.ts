import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/protocol/settings.ts';
import { besideOf, freshStore, raw, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

afterEach(() => vi.restoreAllMocks());

async function used(): Promise<string> {
  const { store, name } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  await store.finish('e', 'Hi', 'sent', { words: 1, normalised: 0.1 }, 1);
  await store.putPreference(samplePreference('p'));
  await store.putSettings({ ...defaultSettings, name: 'Ada' });
  await store.putKey('api.example.com', 'k');
  store.close();
  return name;
}

async function expectEmpty(name: string): Promise<void> {
  const store = await storeOf(name);
  expect(await store.preferences()).toEqual([]);
  expect(await store.episodes(10)).toEqual([]);
  expect(await store.jobs()).toEqual([]);
  expect(await store.settings()).toEqual({ settings: defaultSettings, fault: null });
  expect(await store.key()).toBeNull();
  expect(await store.vectors('lexical-1')).toEqual(new Map());
  expect(await store.notice()).toBeNull();
  store.close();
}

test('erasing leaves nothing, the key of before neither, and the store goes on working', async () => {
  const name = await used();
  const key = besideOf(name).file;
  const store = await storeOf(name);
  await store.erase();
  expect(await store.preferences()).toEqual([]);
  expect([...besideOf(name).values.values(), besideOf(name).file]).not.toContain(key);
  expect((await raw(name))['episodes']).toEqual([]);
  await store.putPreference(samplePreference('new'));
  store.close();
  const again = await storeOf(name);
  expect(await again.preferences()).toEqual([samplePreference('new')]);
  expect(await again.notice()).toBeNull();
});

test('what was put aside goes too', async () => {
  const name = await used();
  besideOf(name).values.delete('key');
  besideOf(name).file = null;
  const store = await storeOf(name);
  const aside = (await store.notice())?.detail;
  const names = async () => (await indexedDB.databases()).map((one) => one.name);
  expect(await names()).toContain(aside);
  await store.erase();
  expect(await names()).not.toContain(aside);
});

test('of one store leaves the others alone', async () => {
  const [name, other] = [await used(), await used()];
  await (await storeOf(name)).erase();
  expect(await (await storeOf(other)).preferences()).toEqual([samplePreference('p')]);
});

/** Kills the background in the `step`-th thing that erasing does; answers whether it came that far. */
async function killedAt(step: number): Promise<boolean> {
  const name = await used();
  const store = await storeOf(name);
  const { shelf, keyFile } = besideOf(name);
  let steps = 0;
  let isDead = false;
  const never = new Promise<never>(() => undefined);
  let hit: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => {
    hit = resolve;
  });
  const mortal =
    <Given extends unknown[], Result>(
      real: (...given: Given) => Promise<Result>,
    ): ((...given: Given) => Promise<Result>) =>
    async (...given) => {
      if (isDead) return never;
      steps += 1;
      if (steps !== step) return real(...given);
      isDead = true;
      hit();
      return never;
    };
  const real = { ...shelf, drop: keyFile.remove, list: indexedDB.databases.bind(indexedDB) };
  vi.spyOn(shelf, 'write').mockImplementation(mortal(real.write));
  vi.spyOn(shelf, 'clear').mockImplementation(mortal(real.clear));
  vi.spyOn(keyFile, 'remove').mockImplementation(mortal(real.drop));
  vi.spyOn(indexedDB, 'databases').mockImplementation(mortal(real.list));
  await Promise.race([store.erase(), killed]);
  vi.restoreAllMocks();
  store.close();
  if (step === 1) {
    // It died before its first step: nothing has begun, and nothing may be gone.
    const reopened = await storeOf(name);
    expect(await reopened.preferences()).toEqual([samplePreference('p')]);
    reopened.close();
  } else {
    await expectEmpty(name);
  }
  return steps >= step;
}

test('cut off at any step, it is ended by the next opening', async () => {
  let step = 1;
  while (await killedAt(step)) step += 1;
  expect(step).toBeGreaterThan(4);
});
