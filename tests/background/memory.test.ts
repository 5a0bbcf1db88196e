import { describe, expect, test, vi } from 'vitest';
import { createMemory } from '../../src/entrypoints/background/memory.ts';
import type { ContextVector } from '../../src/learning/types.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore, plant } from '../store/fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from '../store/samples.ts';

const east = sampleVector([1, 0]);

async function learned(store: Store, id: string, vector: ContextVector, at = 1_000): Promise<void> {
  const standing = { kind: 'inferred', preferenceIds: [] } as const;
  await store.addEpisode(sampleEpisode(id, { at, outcome: 'sent', final: 'Hi', standing }), vector);
}

async function nearestIds(
  memory: ReturnType<typeof createMemory>,
  vector: ContextVector,
  k: number,
): Promise<string[]> {
  return (await memory.nearest(vector, k)).map(({ episode }) => episode.id);
}

describe('the nearest', () => {
  test('come nearest first, with their episode and similarity', async () => {
    const { store } = await freshStore();
    await learned(store, 'far', sampleVector([0, 1]));
    await learned(store, 'near', sampleVector([4, 3]));
    await learned(store, 'nearest', east);
    const memory = createMemory(store, () => 'lexical-1');
    const found = await memory.nearest(east, 2);
    expect(found.map(({ episode }) => episode.id)).toEqual(['nearest', 'near']);
    expect(found[0]?.episode.standing?.kind).toBe('inferred');
    expect(found[1]?.similarity).toBeCloseTo(0.8, 6);
    expect(await memory.nearest(east, 0)).toEqual([]);
  });

  test('are only episodes that were learned from, however many drafts lie nearer', async () => {
    const { store } = await freshStore();
    for (let draft = 0; draft < 40; draft += 1) {
      await store.addEpisode(sampleEpisode(`draft-${draft}`), east);
    }
    await store.putVector('orphan', east);
    await learned(store, 'a', sampleVector([4, 3]));
    await learned(store, 'b', sampleVector([0, 1]));
    const memory = createMemory(store, () => 'lexical-1');
    expect(await nearestIds(memory, east, 1)).toEqual(['a']);
    expect(await nearestIds(memory, east, 5)).toEqual(['a', 'b']);
  });

  test('of equally near ones are the newest', async () => {
    const { store } = await freshStore();
    const ages = [3, 9, 1, 7, 5, 8, 2, 6, 4];
    for (const at of ages) await learned(store, `at-${at}`, east, at);
    await learned(store, 'far', sampleVector([0, 1]), 99);
    const memory = createMemory(store, () => 'lexical-1');
    expect(await nearestIds(memory, east, 2)).toEqual(['at-9', 'at-8']);
  });

  test('skip an episode that cannot be read', async () => {
    const { store, name } = await freshStore();
    await learned(store, 'bad', east);
    await learned(store, 'good', sampleVector([4, 3]));
    await plant(name, 'episodes', { ...sampleEpisode('bad'), draft: null });
    const memory = createMemory(store, () => 'lexical-1');
    expect(await nearestIds(memory, east, 5)).toEqual(['good']);
  });
});

test('vectors of two encoders are never compared', async () => {
  const { store } = await freshStore();
  await learned(store, 'old', sampleVector([1, 0], 'old'));
  await learned(store, 'new', sampleVector([1, 0, 0], 'new'));
  let encoder = 'old';
  const memory = createMemory(store, () => encoder);
  expect(await nearestIds(memory, sampleVector([1, 0], 'old'), 5)).toEqual(['old']);
  encoder = 'new';
  expect(await nearestIds(memory, sampleVector([1, 0, 0], 'new'), 5)).toEqual(['new']);
});

test('a stored vector of a wrong length does not keep the others from being found', async () => {
  const { store } = await freshStore();
  await learned(store, 'a-wrong', sampleVector([1, 0, 0]));
  await learned(store, 'right', east);
  const memory = createMemory(store, () => 'lexical-1');
  expect(await nearestIds(memory, east, 5)).toEqual(['right']);
});

describe('the neighbours of an episode', () => {
  const ids = async (store: Store, id: string, k: number): Promise<string[]> =>
    (await createMemory(store, () => 'lexical-1').neighboursOf(id, k)).map(
      ({ episode }) => episode.id,
    );

  test('are the nearest others that were learned from', async () => {
    const { store } = await freshStore();
    await learned(store, 'near', sampleVector([4, 3]));
    await learned(store, 'far', sampleVector([0, 1]));
    await store.addEpisode(sampleEpisode('asked'), east);
    await learned(store, 'same', east);
    expect(await ids(store, 'asked', 2)).toEqual(['same', 'near']);
    expect(await ids(store, 'same', 5)).toEqual(['near', 'far']);
  });

  test('are none where its context has no vector of this encoder', async () => {
    const { store } = await freshStore();
    await learned(store, 'new', east);
    await learned(store, 'old', sampleVector([1, 0], 'other'));
    expect(await ids(store, 'old', 5)).toEqual([]);
    expect(await ids(store, 'unknown', 5)).toEqual([]);
  });

  test('are found though a stored vector has a wrong length', async () => {
    const { store } = await freshStore();
    await learned(store, 'a-wrong', sampleVector([1, 0, 0]));
    await learned(store, 'one', east);
    await learned(store, 'two', east);
    expect(await ids(store, 'one', 5)).toEqual(['two']);
  });
});

test('every preference is answered, whatever its status', async () => {
  const { store } = await freshStore();
  await store.putPreference(samplePreference('a', { status: 'paused' }));
  await store.putPreference(samplePreference('b', { status: 'superseded' }));
  const memory = createMemory(store, () => 'lexical-1');
  expect((await memory.preferences()).map(({ id }) => id)).toEqual(['a', 'b']);
});

describe('reading the vectors', () => {
  test('happens once, until it is told to forget', async () => {
    const { store } = await freshStore();
    await learned(store, 'a', east);
    const read = vi.spyOn(store, 'vectors');
    const memory = createMemory(store, () => 'lexical-1');
    await Promise.all([memory.nearest(east, 1), memory.neighboursOf('a', 1)]);
    await memory.nearest(east, 1);
    expect(read).toHaveBeenCalledTimes(1);
    await learned(store, 'b', east, 2_000);
    memory.forget();
    expect(await nearestIds(memory, east, 5)).toEqual(['b', 'a']);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('is not needed for an episode that was added', async () => {
    const { store } = await freshStore();
    await learned(store, 'a', east);
    const memory = createMemory(store, () => 'lexical-1');
    await memory.nearest(east, 1);
    const read = vi.spyOn(store, 'vectors');
    await learned(store, 'b', sampleVector([4, 3]));
    memory.added('b', sampleVector([4, 3]));
    expect(await nearestIds(memory, east, 5)).toEqual(['a', 'b']);
    expect(read).not.toHaveBeenCalled();
  });

  test('that failed is told, and tried again', async () => {
    const { store } = await freshStore();
    await learned(store, 'a', east);
    vi.spyOn(store, 'vectors').mockRejectedValueOnce(new Error('no luck'));
    const memory = createMemory(store, () => 'lexical-1');
    await expect(memory.nearest(east, 1)).rejects.toThrow('no luck');
    expect(await nearestIds(memory, east, 1)).toEqual(['a']);
  });
});
