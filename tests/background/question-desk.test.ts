import { beforeEach, expect, test, vi } from 'vitest';
import type { Evidence, Preference } from '../../src/learning/types.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore } from '../store/fresh-store.ts';
import { sampleEpisode, samplePreference } from '../store/samples.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));

const { createQuestionDesk } = await import('../../src/entrypoints/background/question-desk.ts');

const day = 24 * 60 * 60 * 1_000;
const greets = (id: string, word: string): Preference => {
  const seen: Evidence = {
    episodeId: `e-${id}`,
    at: 1_000,
    says: 'supports',
    recipient: `${id}@${id}.example`,
    task: 'new',
    before: '',
    after: `${word} Ada,`,
  };
  return samplePreference(id, {
    description: `Greets with “${word} <first name>,”`,
    scope: { kind: 'everywhere' },
    evidence: [seen],
  });
};
const context = {
  ...sampleEpisode('x').context,
  recipients: [{ address: 'new@other.example', name: 'Nina New' }],
};
const site = context.site;

let store: Store;
let values: Map<string, unknown>;
let now: number;
let asked: number | null;
const desk = () =>
  createQuestionDesk({
    store,
    clock: { now: () => now },
    ids: { next: () => `new-${now}` },
    shelf: {
      read: async (name) => structuredClone(values.get(name)),
      write: async (name, value) => void values.set(name, structuredClone(value)),
      remove: async (name) => void values.delete(name),
    },
    lastAsked: {
      read: async () => asked,
      write: async (at) => {
        asked = at;
      },
    },
  });

beforeEach(async () => {
  ({ store } = await freshStore());
  [values, now, asked] = [new Map(), 10 * day, null];
  await store.putPreference(greets('p', 'Hi'));
  await store.putPreference(greets('q', 'Dear'));
});

test('asks once a day, and the answer is the user’s own word for this person', async () => {
  const options = await desk().read(context);
  expect(options?.map(({ preferenceId }) => preferenceId).toSorted()).toEqual(['p', 'q']);
  expect(await desk().read(context)).toBeNull();
  // By another worker.
  await desk().answer('q', site);
  const own = (await store.preferences()).filter(({ origin }) => origin === 'user');
  expect(own).toMatchObject([
    {
      description: 'Greets with “Dear <first name>,”',
      scope: { kind: 'recipient', address: 'new@other.example' },
      status: 'active',
    },
  ]);
  now += 2 * day;
  expect(await desk().read(context)).toBeNull();
});

test('another site does not answer, nor does anybody who was not asked', async () => {
  await expect(desk().answer('q', site)).rejects.toMatchObject({ code: 'not-found' });
  await desk().read(context);
  await expect(desk().answer('q', 'evil.example')).rejects.toMatchObject({ code: 'not-found' });
  await expect(desk().answer('z', site)).rejects.toMatchObject({ code: 'not-found' });
  expect((await store.preferences()).filter(({ origin }) => origin === 'user')).toEqual([]);
});

test('asks nothing while learning is off', async () => {
  await store.putSettings({ ...defaultSettings, learning: false });
  expect(await desk().read(context)).toBeNull();
  expect(asked).toBeNull();
});
