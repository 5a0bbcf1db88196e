import { describe, expect, test } from 'vitest';
import { freshStore } from './fresh-store.ts';
import { sampleEpisode, sampleVector } from './samples.ts';

const cost = { words: 2, normalised: 0.4 };

test('an episode comes back as it was, with its vector', async () => {
  const { store } = await freshStore();
  const vector = sampleVector([3, 4]);
  await store.addEpisode(sampleEpisode('e'), vector);
  expect(await store.episode('e')).toEqual(sampleEpisode('e'));
  expect(await store.episode('other')).toBeUndefined();
  expect((await store.vectors('lexical-1')).get('e')).toEqual(vector.values);
});

test('an episode is never overwritten by another of the same id', async () => {
  const { store } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1, 0]));
  const second = store.addEpisode(sampleEpisode('e', { draft: 'other' }), sampleVector([0, 1]));
  await expect(second).rejects.toMatchObject({ code: 'storage-failed' });
  expect((await store.episode('e'))?.draft).toBe(sampleEpisode('e').draft);
  expect((await store.vectors('lexical-1')).get('e')).toEqual(sampleVector([1, 0]).values);
});

test('episodes come newest first, and no more than asked for', async () => {
  const { store } = await freshStore();
  for (const [id, at] of [
    ['b', 20],
    ['c', 30],
    ['a', 10],
  ] as const) {
    await store.addEpisode(sampleEpisode(id, { at }), sampleVector([1]));
  }
  expect((await store.episodes(2)).map(({ id }) => id)).toEqual(['c', 'b']);
  expect(await store.episodes(0)).toEqual([]);
});

test('only a part of a larger buffer is stored for a vector', async () => {
  const { store } = await freshStore();
  const large = new Float32Array(1_000);
  await store.addEpisode(sampleEpisode('e'), { encoder: 'x', values: large.subarray(0, 2) });
  expect((await store.vectors('x')).get('e')?.buffer.byteLength).toBe(8);
});

describe('the baseline', () => {
  test('replaces the draft', async () => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    await store.setBaseline('e', 'as the editor has it');
    expect((await store.episode('e'))?.draft).toBe('as the editor has it');
  });

  test('stays what it was once the message is sent', async () => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    await store.finish('e', 'Hi', 'sent', cost, 2_000);
    await store.setBaseline('e', 'too late');
    expect((await store.episode('e'))?.draft).toBe(sampleEpisode('e').draft);
  });

  test('of an unknown episode is refused', async () => {
    const { store } = await freshStore();
    await expect(store.setBaseline('none', '')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('finishing', () => {
  test.each(['sent', 'scheduled'] as const)('%s stores final text and job', async (outcome) => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    const finished = await store.finish('e', 'Hi Ada', outcome, cost, 2_000);
    expect(finished).toEqual(sampleEpisode('e', { final: 'Hi Ada', outcome, cost }));
    expect(await store.episode('e')).toEqual(finished);
    expect(await store.jobs()).toEqual([
      { episodeId: 'e', at: 2_000, attempts: 0, notBefore: 2_000, fault: null },
    ]);
  });

  test('a discarded draft leaves neither job nor text', async () => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    await store.finish('e', 'secret thoughts', 'discarded', cost, 2_000);
    expect(await store.episode('e')).toEqual(sampleEpisode('e', { outcome: 'discarded' }));
    expect(await store.jobs()).toEqual([]);
  });

  test('a second time changes nothing, also after it was learned from', async () => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
    const first = await store.finish('e', 'Hi Ada', 'sent', cost, 2_000);
    const second = await store.finish('e', 'Hi Bob', 'discarded', { words: 9, normalised: 1 }, 3);
    expect(second).toEqual(first);
    expect(await store.jobs()).toHaveLength(1);
    const standing = { kind: 'inferred', preferenceIds: [] } as const;
    await store.complete({ episode: { ...first, standing }, preferences: [] });
    await store.finish('e', 'Hi Bob', 'sent', cost, 4_000);
    expect(await store.jobs()).toEqual([]);
    expect((await store.episode('e'))?.final).toBe('Hi Ada');
  });

  test('of an unknown episode is refused', async () => {
    const { store } = await freshStore();
    const finish = store.finish('none', '', 'sent', cost, 1);
    await expect(finish).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.jobs()).toEqual([]);
  });
});

describe('vectors', () => {
  test('of two encoders do not mix', async () => {
    const { store } = await freshStore();
    await store.addEpisode(sampleEpisode('e'), sampleVector([1, 0], 'one'));
    await store.putVector('e', sampleVector([0, 1], 'two'));
    expect((await store.vectors('one')).get('e')).toEqual(new Float32Array([1, 0]));
    expect((await store.vectors('two')).get('e')).toEqual(new Float32Array([0, 1]));
    expect(await store.vectors('three')).toEqual(new Map());
  });

  test('are missing for episodes that were learned from, and only for those', async () => {
    const { store } = await freshStore();
    for (const id of ['open', 'a', 'b', 'c']) {
      await store.addEpisode(sampleEpisode(id), sampleVector([1], 'one'));
      if (id === 'open') continue;
      const episode = await store.finish(id, 'Hi', 'sent', cost, 1);
      const standing = { kind: 'inferred', preferenceIds: [] } as const;
      await store.complete({ episode: { ...episode, standing }, preferences: [] });
    }
    await store.putVector('b', sampleVector([1], 'two'));
    expect(await store.withoutVector('one', 10)).toEqual([]);
    expect(await store.withoutVector('two', 10)).toEqual(['a', 'c']);
    expect(await store.withoutVector('two', 1)).toEqual(['a']);
  });
});
