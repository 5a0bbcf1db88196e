import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/learning/types.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore, raw, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from './samples.ts';

const shows = (episodeId: string, at: number): Evidence => ({
  episodeId,
  at,
  says: 'supports',
  recipient: 'ada@example.com',
  task: 'new',
  before: 'Dear Ada,',
  after: 'Hi Ada,',
});
const only = samplePreference('only', { evidence: [shows('b', 2)] });
const both = samplePreference('both', {
  evidence: [shows('a', 1), shows('b', 2)],
  status: 'active',
  scope: { kind: 'domain', domain: 'example.com' },
});
const cost = { words: 1, normalised: 0.5 };

/** Three mails: `a` and `b` were learned from, `c` waits; each has vectors of two encoders. */
async function filled(): Promise<{ store: Store; name: string }> {
  const { store, name } = await freshStore();
  const standing = { kind: 'inferred', preferenceIds: ['only', 'both'] } as const;
  const sent = { outcome: 'sent', final: 'Hi', cost, standing } as const;
  await store.addEpisode(sampleEpisode('a', { at: 1, ...sent }), sampleVector([1, 2]));
  await store.addEpisode(sampleEpisode('b', { at: 2, ...sent }), sampleVector([2, 1]));
  await store.addEpisode(sampleEpisode('c', { at: 3 }), sampleVector([1, 1]));
  await store.putVector('b', sampleVector([1], 'minilm-1'));
  await store.finish('c', 'Hello', 'sent', cost, 3);
  await store.putPreference(only);
  await store.putPreference(both);
  return { store, name };
}

/** All there is, but for revisions, which only ever rise. */
async function contents(store: Store) {
  const ids = await store.episodeIds({ from: 0, to: 10 });
  return {
    episodes: await store.episodesOf(ids),
    jobs: await store.jobs(),
    preferences: (await store.preferences()).map(({ revision, ...rest }) => rest),
    vectors: [await store.vectors('lexical-1'), await store.vectors('minilm-1')],
  };
}

test('ids are of a time and newest first, and only what is asked for is read', async () => {
  const { store } = await filled();
  expect(await store.episodeIds({ from: 0, to: 10 })).toEqual(['c', 'b', 'a']);
  expect(await store.episodeIds({ from: 2, to: 2 })).toEqual(['b']);
  const read = await store.episodesOf(['a', 'gone', 'b']);
  expect(read.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('what is erased is gone with its vectors, its job and what only it taught', async () => {
  const { store, name } = await filled();
  const taken = await store.takeOut(['b', 'c', 'gone'], 'erase', 9);
  expect(taken.episodes).toHaveLength(2);
  const left = JSON.stringify(await raw(name), (_, value) =>
    value instanceof Uint8Array ? '' : value,
  );
  expect(left).not.toMatch(/"[bc]"/);
  expect(await store.jobs()).toEqual([]);
  expect(await store.preferences()).toMatchObject([
    { id: 'both', evidence: [shows('a', 1)], status: 'provisional', revision: 1 },
  ]);
});

test('the second copy of the preferences loses it too', async () => {
  const { store, name } = await filled();
  await store.takeOut(['b'], 'erase', 9);
  store.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  const restored = await (await storeOf(name)).preferences();
  expect(restored.map(({ id }) => id)).toEqual(['both']);
  expect(JSON.stringify(restored)).not.toContain('"b"');
});

test('what was erased is not told as lost at the next opening', async () => {
  const { store, name } = await filled();
  const taken = await store.takeOut(['a', 'b'], 'erase', 9);
  store.close();
  const again = await storeOf(name);
  expect(await again.notice()).toBeNull();
  await again.putBack(taken, 10);
  await again.takeOut(['c'], 'erase', 11);
  again.close();
  expect(await (await storeOf(name)).notice()).toBeNull();
});

test.each(['erase', 'leave-out'] as const)('put back, all is as it was before: %s', async (how) => {
  const { store } = await filled();
  const before = await contents(store);
  const taken = await store.takeOut(['c', 'b'], how, 9);
  expect(await contents(store)).not.toEqual(before);
  await store.putBack(taken, 10);
  expect(await contents(store)).toEqual(before);
});

test('what was left out is still there, marked, found by nobody, and can be learned from again', async () => {
  const { store } = await filled();
  await store.takeOut(['b'], 'leave-out', 9);
  expect(await store.episode('b')).toMatchObject({ isLeftOut: true, standing: null, final: 'Hi' });
  expect(await store.withoutVector('other', 10)).toEqual(['a', 'c']);
  await store.learnAgain('b', 11);
  expect(await store.episode('b')).not.toHaveProperty('isLeftOut');
  expect((await store.jobs()).map(({ episodeId }) => episodeId)).toEqual(['c', 'b']);
  // It teaches nothing twice.
  await store.learnAgain('b', 12);
  expect(await store.jobs()).toHaveLength(2);
});

test('an edit that is being learned from while it is taken out teaches nothing', async () => {
  const { store } = await filled();
  const episode = await store.episode('c');
  if (!episode) throw new Error('There is no mail.');
  await store.takeOut(['c'], 'leave-out', 9);
  await store.complete({ episode, preferences: [samplePreference('late')] });
  expect((await store.preferences()).map(({ id }) => id)).not.toContain('late');
});

test('what the user changed or deleted meanwhile stays so, with its evidence back', async () => {
  const { store } = await filled();
  const taken = await store.takeOut(['a', 'b'], 'erase', 9);
  expect(await store.preferences()).toEqual([]);
  await store.putPreference(samplePreference('only', { description: 'Made anew' }));
  await store.putBack(taken, 10);
  expect(await store.preferences()).toMatchObject([
    { id: 'both', evidence: both.evidence },
    { id: 'only', description: 'Made anew' },
  ]);

  const again = await store.takeOut(['b'], 'erase', 11);
  const [changed] = await store.preferences();
  if (!changed) throw new Error('There is no preference.');
  const reworded = { ...changed, description: 'In my words', revision: changed.revision + 1 };
  await store.putPreference(reworded);
  await store.putBack(again, 12);
  expect(await store.preferences()).toMatchObject([
    { id: 'both', description: 'In my words', evidence: both.evidence },
    { id: 'only' },
  ]);
  const last = await store.takeOut(['b'], 'erase', 13);
  await store.deletePreference('both');
  await store.putBack(last, 14);
  expect((await store.preferences()).map(({ id }) => id)).toEqual(['only']);
});

test('sizes are of what lies there', async () => {
  const { store } = await filled();
  const sizes = await store.sizes();
  expect(sizes).toMatchObject({
    episodes: { count: 3 },
    preferences: { count: 2 },
    jobs: { count: 1 },
    vectors: { count: 4 },
  });
  expect(sizes.episodes.bytes).toBeGreaterThan(1_000);
  await store.takeOut(['a', 'b', 'c'], 'erase', 9);
  expect((await store.sizes()).episodes).toEqual({ count: 0, bytes: 0 });
});
