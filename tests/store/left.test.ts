import { describe, expect, test } from 'vitest';
import type { Trace } from '../../src/learning/types.ts';
import { freshStore } from './fresh-store.ts';
import { sampleEpisode, sampleVector } from './samples.ts';

const cost = { words: 2, normalised: 0.4 };
const site = 'mail.example.com';
const trace: Trace = { print: 'p1', isExplained: true, left: 'closed' };
const held = { print: 'p2', holdMs: 40_000 };

async function withDraft() {
  const { store } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  return store;
}

describe('a draft that was left', () => {
  test('is found again by its site and its print', async () => {
    const store = await withDraft();
    await store.leave('e', trace);
    expect(await store.recall(site, 'p1', 5_000)).toEqual(sampleEpisode('e', { trace }));
    expect(await store.recall(site, 'p0', 5_000)).toBeUndefined();
    expect(await store.recall('other.example.com', 'p1', 5_000)).toBeUndefined();
  });

  test('is found as it was left last', async () => {
    const store = await withDraft();
    await store.setBaseline('e', 'as the editor has it', { ...trace, left: 'standing' });
    await store.leave('e', { ...trace, print: 'p3' });
    expect(await store.recall(site, 'p1', 5_000)).toBeUndefined();
    expect((await store.recall(site, 'p3', 5_000))?.draft).toBe('as the editor has it');
  });

  test('is not learned from, closed or unknown', async () => {
    const store = await withDraft();
    for (const left of ['closed', 'unknown'] as const) await store.leave('e', { ...trace, left });
    expect(await store.episode('e')).toMatchObject({ outcome: 'open', final: null, cost: null });
    expect(await store.jobs()).toEqual([]);
  });

  test('is the newest of several', async () => {
    const store = await withDraft();
    await store.addEpisode(sampleEpisode('later', { at: 2_000 }), sampleVector([1]));
    for (const id of ['later', 'e']) await store.leave(id, trace);
    expect((await store.recall(site, 'p1', 5_000))?.id).toBe('later');
  });

  test('cannot be left any more once it was sent or discarded', async () => {
    const store = await withDraft();
    await store.finish('e', '', 'discarded', cost, 2_000);
    await store.leave('e', trace);
    expect(await store.recall(site, 'p1', 5_000)).toBeUndefined();
    await expect(store.leave('none', trace)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a message that was sent and can come back', () => {
  test('waits that long before it is learned from', async () => {
    const store = await withDraft();
    await store.finish('e', 'Hi Ada', 'sent', cost, 2_000, held);
    expect(await store.jobs()).toMatchObject([{ at: 2_000, notBefore: 42_000 }]);
  });

  test('is open again when it does, and can be sent another time', async () => {
    const store = await withDraft();
    await store.finish('e', 'Hi Ada', 'sent', cost, 2_000, held);
    expect(await store.recall(site, 'p2', 41_999)).toMatchObject({ outcome: 'open', final: null });
    expect(await store.jobs()).toEqual([]);
    await store.finish('e', 'Hi Ada, bye', 'sent', cost, 50_000, held);
    expect(await store.episode('e')).toMatchObject({ outcome: 'sent', final: 'Hi Ada, bye' });
    expect(await store.jobs()).toHaveLength(1);
  });

  test('forgets whose its words were: they may be others now', async () => {
    const store = await withDraft();
    const origins = [{ start: 3, end: 6, origin: 'pasted' }] as const;
    const sent = await store.finish('e', 'Hi Ada', 'sent', cost, 2_000, { ...held, origins });
    expect(sent.origins).toEqual(origins);
    expect(await store.episode('e')).toEqual(sent);
    expect(await store.recall(site, 'p2', 41_999)).not.toHaveProperty('origins');
  });

  test('stays sent once learning from it may have begun', async () => {
    const store = await withDraft();
    await store.finish('e', 'Hi Ada', 'sent', cost, 2_000, held);
    expect(await store.recall(site, 'p2', 42_000)).toBeUndefined();
    await store.postpone('e', 90_000, { code: 'bad-answer', detail: '' });
    expect(await store.recall(site, 'p2', 43_000)).toBeUndefined();
    expect(await store.episode('e')).toMatchObject({ outcome: 'sent', final: 'Hi Ada' });
  });
});
