import { expect, test, vi } from 'vitest';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { freshStore } from '../store/fresh-store.ts';
import { sampleEpisode, sampleVector } from '../store/samples.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));
vi.mock('../../src/entrypoints/background/wake-up.ts', () => ({
  scheduleLearning: async () => undefined,
}));

const { episodeHandlers } = await import('../../src/entrypoints/background/episode-handlers.ts');

test.each([
  { notFrom: ['ada@example.com'], noted: false, jobs: 0 },
  { notFrom: ['bo@example.com'], noted: true, jobs: 1 },
])('a mail to Ada, where nothing is learned from $notFrom', async ({ notFrom, noted, jobs }) => {
  const { store } = await freshStore();
  const { settings } = await store.settings();
  await store.putSettings({ ...settings, notFrom });
  const sample = sampleEpisode('e');
  const recipients = [{ address: 'Ada@Example.com', name: '' }];
  const context = { ...sample.context, recipients };
  await store.addEpisode({ ...sample, context }, sampleVector([1, 0]));
  // What these handlers use of the services here.
  const services = {
    store,
    clock: { now: () => 5_000 },
    queue: { wake: async () => undefined },
    sentFrom: new Map(),
  } as unknown as Services;
  const sent = {
    final: 'Lunch?',
    outcome: 'sent',
    print: '',
    holdMs: 0,
    baseline: null,
    proof: 'box',
  } as const;
  const answer = await episodeHandlers(services)['episode.finish']({ episodeId: 'e', ...sent }, {});
  expect(answer.noted).toBe(noted);
  expect(await store.jobs()).toHaveLength(jobs);
  expect((await store.episode('e'))?.final).toBe(noted ? 'Lunch?' : null);
});
