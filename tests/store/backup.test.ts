import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Episode, Evidence, Preference } from '../../src/learning/types.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';
import { readBackup } from '../../src/store/read-backup.ts';
import type { Store } from '../../src/store/types.ts';
import { backupOf, lexicalVector } from './backup-of.ts';
import { besideOf, freshStore, storeOf } from './fresh-store.ts';
import { sampleEpisode, samplePreference } from './samples.ts';

const all = { without: new Set<string>(), withSettings: true };
const moment = fc.integer({ min: 0, max: 4e12 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const guidance = fc.record({
  text,
  preferences: fc.array(
    fc.record({
      id: fc.uuid(),
      revision: fc.nat(),
      facet: fc.constantFrom('greeting' as const, 'tone' as const),
      description: text,
    }),
    { maxLength: 2 },
  ),
});
const episodes: fc.Arbitrary<Episode> = fc
  .record({
    id: fc.uuid(),
    at: moment,
    draft: text,
    final: text,
    kind: fc.constantFrom('open', 'waiting', 'inferred', 'kept', 'left out'),
    guidance,
    incoming: fc.option(
      fc.record({ from: fc.constant({ address: 'b@c.example', name: '' }), text }),
    ),
  })
  .map(({ kind, guidance, incoming, final, ...rest }) => {
    const sent = { outcome: 'sent', final, cost: { words: 3, normalised: 0.25 } } as const;
    const episode = sampleEpisode('', { ...rest, guidance });
    const context = { ...episode.context, incoming };
    if (kind === 'open') return { ...episode, context };
    if (kind === 'waiting') return { ...episode, context, ...sent };
    if (kind === 'left out') return { ...episode, context, ...sent, isLeftOut: true as const };
    const standing =
      kind === 'kept'
        ? ({ kind, guidance } as const)
        : ({ kind: 'inferred', preferenceIds: guidance.preferences.map(({ id }) => id) } as const);
    return { ...episode, context, ...sent, standing };
  });
const evidence: fc.Arbitrary<Evidence> = fc.record({
  episodeId: fc.uuid(),
  at: moment,
  says: fc.constantFrom('supports' as const, 'differs' as const),
  recipient: text,
  task: fc.constantFrom('reply' as const, 'unknown' as const),
  before: text,
  after: text,
});
const preferences: fc.Arbitrary<Preference> = fc
  .record({
    id: fc.uuid(),
    description: text.filter((one) => one.trim() !== '').map((one) => one.trim()),
    evidence: fc.array(evidence, { maxLength: 3 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((one) => Math.abs(one)),
    origin: fc.constantFrom('learned' as const, 'user' as const),
    status: fc.constantFrom('active' as const, 'superseded' as const),
    revision: fc.nat(1_000_000),
    createdAt: moment,
    updatedAt: moment,
  })
  .map((given) => samplePreference('', given));
const unique = <Item extends { id: string }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 8 });

/** Everything in it, in an order of its own. */
async function contents(store: Store) {
  const ids = await store.episodeIds({ from: 0, to: 8.64e15 });
  const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
    items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    episodes: byId(await store.episodesOf(ids)),
    preferences: byId(await store.preferences()),
    jobs: (await store.jobs()).map(({ episodeId }) => episodeId).sort(),
    settings: await store.settings(),
  };
}

async function filled(some: readonly Episode[], known: readonly Preference[]): Promise<Store> {
  const { store } = await freshStore();
  for (const episode of some) {
    await store.addEpisode(episode, lexicalVector(episode));
    const isWaiting = episode.outcome === 'sent' && !episode.standing && !episode.isLeftOut;
    if (!isWaiting || !episode.cost) continue;
    // Sent in earnest, so that there is a job.
    await store.takeOut([episode.id], 'erase', 0);
    await store.addEpisode({ ...episode, outcome: 'open' }, lexicalVector(episode));
    await store.finish(episode.id, episode.final ?? '', 'sent', episode.cost, 1);
  }
  for (const preference of known) await store.putPreference(preference);
  await store.putSettings({ ...defaultSettings, name: 'Ada', sites: ['https://mail.example'] });
  return store;
}

describe('export, erase, import', () => {
  test('brings everything back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(unique(episodes), unique(preferences), async (some, known) => {
        const store = await filled(some, known);
        const before = await contents(store);
        const file = await backupOf(store);
        await store.erase();
        expect((await contents(store)).episodes).toEqual([]);
        await store.merge(readBackup(file), all, 2);
        expect(await contents(store)).toEqual(before);
        // Once more changes nothing.
        expect(await store.merge(readBackup(file), all, 3)).toEqual({
          episodes: 0,
          preferences: 0,
        });
        expect(await contents(store)).toEqual(before);
        store.close();
      }),
      { numRuns: 25 },
    );
  });

  test('what learns and what waits to is found again once it has its vectors', async () => {
    const { store } = await freshStore();
    const learned = sampleEpisode('learned', {
      standing: { kind: 'inferred', preferenceIds: [] },
    });
    const backup = { ...readBackup(await backupOf(store)), episodes: [learned] };
    await store.merge({ ...backup, episodes: [learned, sampleEpisode('open')] }, all, 1);
    expect(await store.withoutVector('lexical-1', 10)).toEqual(['learned']);
  });

  test('the second copy has what came in too', async () => {
    const { store, name } = await freshStore();
    const empty = readBackup(await backupOf(store));
    await store.merge({ ...empty, preferences: [samplePreference('p')] }, all, 1);
    store.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    expect(await (await storeOf(name)).preferences()).toEqual([samplePreference('p')]);
    expect(besideOf(name).values.has('settings')).toBe(true);
  });
});

describe('into a memory that is not empty', () => {
  const brought = (changes: object) => ({
    penchant: 'backup' as const,
    version: 1 as const,
    madeAt: 1,
    settings: { ...defaultSettings, name: 'Theirs' },
    preferences: [],
    episodes: [],
    waiting: [],
    ...changes,
  });

  test('what is here stays, and the later state of a preference counts', async () => {
    const { store } = await freshStore();
    const here = sampleEpisode('both', { draft: 'here' });
    await store.addEpisode(here, lexicalVector(here));
    await store.putPreference(samplePreference('mine', { revision: 2, description: 'mine' }));
    await store.putPreference(samplePreference('theirs', { revision: 2, description: 'old' }));
    await store.putPreference(samplePreference('only here'));
    const done = await store.merge(
      brought({
        episodes: [sampleEpisode('both', { draft: 'file' }), sampleEpisode('new')],
        preferences: [
          samplePreference('mine', { revision: 1, description: 'older' }),
          samplePreference('theirs', { revision: 3, description: 'newer' }),
          samplePreference('unwanted'),
        ],
      }),
      { without: new Set(['unwanted']), withSettings: false },
      5,
    );
    expect(done).toEqual({ episodes: 1, preferences: 1 });
    const now = await contents(store);
    expect(now.episodes).toEqual([here, sampleEpisode('new')]);
    expect(now.preferences.map(({ description }) => description)).toEqual([
      'mine',
      samplePreference('').description,
      'newer',
    ]);
    expect(now.settings.settings).toEqual(defaultSettings);
  });

  test('a failure at any write leaves everything as it was', async () => {
    const { store } = await freshStore();
    await store.putPreference(samplePreference('here'));
    const before = await contents(store);
    const real = IDBObjectStore.prototype.put;
    for (let step = 1; step <= 4; step += 1) {
      let puts = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...given
      ) {
        puts += 1;
        if (puts === step) throw new DOMException('', 'QuotaExceededError');
        return real.apply(this, given);
      });
      const full = brought({
        episodes: [sampleEpisode('a'), sampleEpisode('b')],
        preferences: [samplePreference('c')],
      });
      await expect(store.merge(full, all, 1)).rejects.toMatchObject({ code: 'storage-full' });
      vi.restoreAllMocks();
      expect(await contents(store)).toEqual(before);
    }
  });
});
