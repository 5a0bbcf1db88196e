import { beforeEach, expect, test, vi } from 'vitest';
import type { Services } from '../../src/entrypoints/background/services.ts';
import type { Evidence } from '../../src/learning/types.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore } from '../store/fresh-store.ts';
import { samplePreference } from '../store/samples.ts';
import { memoryShelf } from './memory-shelf.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));
vi.mock('../../src/browser/sites.ts', () => ({ isEnabled: () => true }));
const compose = {
  site: 'mail.example.com',
  recipients: [{ address: 'Ada@example.com', name: 'Ada' }],
  subject: '',
  isChanged: false,
};
vi.mock('../../src/browser/here.ts', () => ({
  here: async () => ({ origin: 'https://mail.example.com', compose }),
}));

const { createFirstScreen } = await import('../../src/entrypoints/background/first-screen.ts');
const { preferenceHandlers } = await import(
  '../../src/entrypoints/background/preference-handlers.ts'
);

const seen = (episodeId: string): Evidence => ({
  episodeId,
  at: 1_000,
  says: 'supports',
  recipient: `${episodeId}@example.com`,
  task: 'new',
  before: '',
  after: '',
});
const nobody = {};

let store: Store;
beforeEach(async () => {
  ({ store } = await freshStore());
});
/** The handlers over a real store; nothing else of the services is used. */
const handlers = () =>
  preferenceHandlers({
    store,
    clock: { now: () => 5_000 },
    ids: { next: () => 'new' },
    firstScreen: createFirstScreen({ store, shelf: memoryShelf() }),
  } as unknown as Services);
const byId = async () => new Map((await store.preferences()).map((one) => [one.id, one]));

test('what holds here comes first, then the newest, and the rest in parts', async () => {
  const others = { kind: 'recipient', address: 'bo@example.com' } as const;
  await store.putPreference(samplePreference('here', { updatedAt: 1 }));
  for (const [id, updatedAt] of [
    ['old', 2],
    ['new', 4],
    ['middle', 3],
  ] as const) {
    await store.putPreference(samplePreference(id, { updatedAt, scope: others }));
  }
  const own = handlers();
  const first = await own['preferences.first']({ limit: 2 }, nobody);
  expect(first.preferences.map(({ id }) => id)).toEqual(['here', 'new']);
  expect(first).toMatchObject({ total: 4, here: { enabled: true, applies: ['here'] } });
  const parts = [
    await own['preferences.part']({ from: 0, limit: 3 }, nobody),
    await own['preferences.part']({ from: 3, limit: 3 }, nobody),
  ];
  const ids = parts.flatMap(({ preferences }) => preferences.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(['here', 'middle', 'new', 'old']);
});

test('a part can be read by another worker than the first', async () => {
  await store.putPreference(samplePreference('p'));
  const { preferences } = await handlers()['preferences.part']({ from: 0, limit: 10 }, nobody);
  expect(preferences).toHaveLength(1);
});

test('of two that are merged one stays, with the evidence and the reach of both', async () => {
  await store.putPreference(samplePreference('p', { evidence: [seen('one')] }));
  const bo = { kind: 'recipient', address: 'bo@example.com' } as const;
  await store.putPreference(samplePreference('q', { scope: bo, evidence: [seen('two')] }));
  const before = await byId();
  const own = handlers();
  const keep = { id: 'p', revision: 0 };
  const { description } = samplePreference('p');
  const request = { keep, other: { id: 'q', revision: 0 }, description };
  const done = await own['preferences.merge'](request, nobody);
  expect(await store.preferences()).toMatchObject([
    {
      id: 'p',
      origin: 'learned',
      scope: { kind: 'domain', domain: 'example.com' },
      evidence: [{ episodeId: 'one' }, { episodeId: 'two' }],
    },
  ]);
  await own['preferences.unmerge'](done, nobody);
  const after = await byId();
  expect(after.get('q')).toEqual(before.get('q'));
  expect(after.get('p')).toEqual({ ...before.get('p'), revision: 2 });
});

test('nothing is merged that was changed elsewhere, or with itself', async () => {
  await store.putPreference(samplePreference('p'));
  await store.putPreference(samplePreference('q'));
  const merge = (keep: string, other: string, revision: number) =>
    handlers()['preferences.merge'](
      { keep: { id: keep, revision: 0 }, other: { id: other, revision }, description: 'x' },
      nobody,
    );
  await expect(merge('p', 'q', 1)).rejects.toMatchObject({ code: 'changed-elsewhere' });
  await expect(merge('p', 'p', 0)).rejects.toMatchObject({ code: 'not-found' });
  expect(await store.preferences()).toHaveLength(2);
});

test('what is pinned is the user’s own, and can be given back to learning', async () => {
  await store.putPreference(samplePreference('p', { evidence: [seen('one')] }));
  const pin = (revision: number, pinned: boolean) =>
    handlers()['preferences.change']({ id: 'p', revision, pinned }, nobody);
  expect((await pin(0, true)).preference.origin).toBe('user');
  expect((await pin(1, false)).preference.origin).toBe('learned');
});

test('what the user wrote is nothing that learning could get back', async () => {
  await store.putPreference(samplePreference('p', { origin: 'user' }));
  const change = { id: 'p', revision: 0, pinned: false };
  const { preference } = await handlers()['preferences.change'](change, nobody);
  expect(preference.origin).toBe('user');
});

test('a recipient whose mails are not learned from is known by any spelling', async () => {
  const { settings } = await store.settings();
  await store.putSettings({ ...settings, notFrom: ['ada@example.com'] });
  const { here } = await handlers()['preferences.first']({ limit: 1 }, nobody);
  expect(here.learning).toEqual({ all: true, recipient: false });
});
