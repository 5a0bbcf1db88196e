import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Episode } from '../../src/learning/types.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore, plant } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

const cost = { words: 2, normalised: 0.4 };

async function noted(store: Store, id: string, at = 2_000): Promise<Episode> {
  await store.addEpisode(sampleEpisode(id), sampleVector([1]));
  return store.finish(id, 'Hi Ada', 'sent', cost, at);
}

function learnedFrom(episode: Episode): Episode {
  return { ...episode, standing: { kind: 'inferred', preferenceIds: ['p'] } };
}

describe('jobs', () => {
  test('come oldest first', async () => {
    const { store } = await freshStore();
    await noted(store, 'b', 20);
    await noted(store, 'c', 10);
    await noted(store, 'a', 20);
    expect((await store.jobs()).map(({ episodeId }) => episodeId)).toEqual(['c', 'a', 'b']);
  });

  test('that are postponed keep the reason and count the attempt', async () => {
    const { store } = await freshStore();
    await noted(store, 'e');
    await store.postpone('e', 9_000, new Fault('rate-limited', 'host', { retryAfter: 5 }));
    await store.postpone('e', 9_500, new Fault('unreachable', 'host'));
    expect(await store.jobs()).toEqual([
      {
        episodeId: 'e',
        at: 2_000,
        attempts: 2,
        notBefore: 9_500,
        fault: { code: 'unreachable', detail: 'host' },
      },
    ]);
    await store.postpone('gone', 1, new Fault('unreachable'));
    expect(await store.jobs()).toHaveLength(1);
  });

  test('are dropped only where the episode is gone', async () => {
    const { store, name } = await freshStore();
    await noted(store, 'e');
    await plant(name, 'jobs', { episodeId: 'gone', at: 1, attempts: 0, notBefore: 1, fault: null });
    expect(await store.dropJob('e')).toBe(false);
    expect(await store.dropJob('gone')).toBe(true);
    expect((await store.jobs()).map(({ episodeId }) => episodeId)).toEqual(['e']);
  });
});

describe('completing', () => {
  test('writes episode and preferences and removes the job', async () => {
    const { store } = await freshStore();
    const episode = learnedFrom(await noted(store, 'e'));
    await store.complete({ episode, preferences: [samplePreference('p')] });
    expect(await store.episode('e')).toEqual(episode);
    expect(await store.preferences()).toEqual([samplePreference('p')]);
    expect(await store.jobs()).toEqual([]);
  });

  test('does nothing once the job is gone', async () => {
    const { store } = await freshStore();
    const episode = learnedFrom(await noted(store, 'e'));
    await store.complete({ episode, preferences: [samplePreference('p')] });
    const other = { ...episode, final: 'other' };
    await store.complete({ episode: other, preferences: [samplePreference('q')] });
    expect(await store.episode('e')).toEqual(episode);
    expect((await store.preferences()).map(({ id }) => id)).toEqual(['p']);
  });

  test('replaces the revision before', async () => {
    const { store } = await freshStore();
    const episode = learnedFrom(await noted(store, 'e'));
    await store.putPreference(samplePreference('p', { revision: 4 }));
    const next = samplePreference('p', { revision: 5, status: 'active' });
    await store.complete({ episode, preferences: [next] });
    expect(await store.preferences()).toEqual([next]);
  });

  test.each([
    { stored: 0, learned: 0 },
    { stored: 2, learned: 2 },
    { stored: 3, learned: 2 },
    { stored: 1, learned: 3 },
  ])('revision $learned over $stored is refused as a whole', async ({ stored, learned }) => {
    const { store } = await freshStore();
    const episode = await noted(store, 'e');
    const present = samplePreference('p', { revision: stored });
    await store.putPreference(present);
    const preferences = [
      samplePreference('new'),
      samplePreference('p', { revision: learned, description: 'learned' }),
    ];
    const completed = store.complete({ episode: learnedFrom(episode), preferences });
    await expect(completed).rejects.toMatchObject({ code: 'changed-elsewhere' });
    expect(await store.preferences()).toEqual([present]);
    expect(await store.episode('e')).toEqual(episode);
    expect(await store.jobs()).toHaveLength(1);
  });

  test('leaves deleted what was deleted meanwhile, and writes the rest', async () => {
    const { store } = await freshStore();
    const episode = learnedFrom(await noted(store, 'e'));
    await store.putPreference(samplePreference('p'));
    await store.deletePreference('p');
    const changed = samplePreference('p', { revision: 1 });
    await store.complete({ episode, preferences: [changed, samplePreference('q')] });
    expect(await store.preferences()).toEqual([samplePreference('q')]);
    expect(await store.episode('e')).toEqual(episode);
    expect(await store.jobs()).toEqual([]);
  });
});

describe('preferences changed by the user', () => {
  test('replace only the revision they were made from', async () => {
    const { store } = await freshStore();
    await store.putPreference(samplePreference('p'));
    const first = samplePreference('p', { revision: 1, description: 'first' });
    const second = samplePreference('p', { revision: 1, description: 'second' });
    await store.putPreference(first);
    await expect(store.putPreference(second)).rejects.toMatchObject({ code: 'changed-elsewhere' });
    expect(await store.preferences()).toEqual([first]);
  });

  test('come back as they were when a deletion is undone', async () => {
    const { store } = await freshStore();
    await store.putPreference(samplePreference('p', { revision: 7 }));
    const deleted = await store.deletePreference('p');
    expect(await store.preferences()).toEqual([]);
    await store.putPreference(deleted);
    expect(await store.preferences()).toEqual([samplePreference('p', { revision: 7 })]);
  });

  test('that are not there cannot be deleted', async () => {
    const { store } = await freshStore();
    await expect(store.deletePreference('p')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that cannot be read are neither overwritten nor deleted', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'preferences', { id: 'p', description: 3 });
    const put = store.putPreference(samplePreference('p', { revision: 1 }));
    await expect(put).rejects.toMatchObject({ code: 'changed-elsewhere' });
    await expect(store.deletePreference('p')).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await store.damaged()).toBe(1);
  });
});
