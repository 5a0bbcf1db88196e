import { beforeEach, expect, test, vi } from 'vitest';
import { episodeHandlers } from '../../src/entrypoints/background/episode-handlers.ts';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { freshStore } from '../store/fresh-store.ts';
import { sampleEpisode, sampleVector } from '../store/samples.ts';

/* What the background makes of a message for which only its page's being left speaks. */

const fake = vi.hoisted(() => ({ shown: [] as (() => Promise<unknown>)[], alarms: 0 }));

vi.mock('../../src/browser/extension.ts', () => ({
  browser: {
    scripting: {
      executeScript: async () => [{ result: await fake.shown.shift()?.() }],
    },
    alarms: {
      create: async () => {
        fake.alarms += 1;
      },
    },
  },
}));

beforeEach(() => {
  [fake.shown, fake.alarms] = [[], 0];
});

async function begin() {
  const { store } = await freshStore();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1]));
  const services: Pick<Services, 'store' | 'clock' | 'queue' | 'sentFrom'> = {
    store,
    clock: { now: () => 5_000 },
    queue: { wake: async () => undefined },
    sentFrom: new Map(),
  };
  // These handlers use no more of it.
  const handlers = episodeHandlers(services as Services);
  const sender = { tab: { id: 7 }, frameId: 0 };
  const ending = {
    episodeId: 'e',
    final: 'Hi Ada, bye',
    outcome: 'sent',
    print: 'p1',
    holdMs: 0,
    baseline: 'Hi Ada',
    proof: 'page',
  } as const;
  return {
    store,
    recall: () => handlers['draft.recall']({ print: 'p1' }, { url: 'https://mail.example.com/' }),
    finish: (
      proof: 'box' | 'page' = 'page',
      from: typeof sender | object = sender,
      final: string = ending.final,
    ) => handlers['episode.finish']({ ...ending, proof, final }, from),
  };
}

test('while the page that follows is looked at, nothing is noted that a death could leave behind', async () => {
  const { store, finish } = await begin();
  const show = lookLater();
  const answer = finish();
  await vi.waitFor(() => expect(fake.shown).toEqual([]));
  expect(await store.episode('e')).toMatchObject({
    outcome: 'open',
    final: null,
    draft: 'Hi Ada',
    trace: { print: 'p1', left: 'unknown' },
  });
  expect([await store.jobs(), fake.alarms]).toEqual([[], 0]);
  show('nothing');
  expect(await answer).toMatchObject({ noted: true, cost: { words: 2 } });
  expect(await store.episode('e')).toMatchObject({ outcome: 'sent', final: 'Hi Ada, bye' });
  expect(await store.jobs()).toHaveLength(1);
});

test('a log-in, an error, or a page that nobody can look into leaves it open, and known again', async () => {
  for (const shown of ['log-in', 'error']) {
    const { store, finish } = await begin();
    fake.shown = [async () => shown];
    expect(await finish()).toEqual({ noted: false, cost: null });
    expect([await store.jobs(), fake.alarms]).toEqual([[], 0]);
    expect(await store.recall('mail.example.com', 'p1', 9_000)).toMatchObject({ id: 'e' });
  }
  const { store, finish } = await begin();
  expect(await finish('page', {})).toEqual({ noted: false, cost: null });
  expect(await store.episode('e')).toMatchObject({ outcome: 'open' });
});

test('where the box itself left, nobody looks', async () => {
  const { store, finish } = await begin();
  fake.shown = [async () => 'log-in'];
  expect(await finish('box')).toMatchObject({ noted: true });
  expect(fake.shown).toHaveLength(1);
  expect(await store.episode('e')).toMatchObject({ outcome: 'sent', draft: 'Hi Ada' });
});

/** A look that ends when the test says so. */
function lookLater(): (shown: string) => void {
  let show = (_shown: string): void => undefined;
  const shown = new Promise<string>((resolve) => {
    show = resolve;
  });
  fake.shown.push(() => shown);
  return (word) => show(word);
}

test('of a draft that came back and was sent again, the second text counts', async () => {
  const { store, finish } = await begin();
  const [first, second] = [lookLater(), lookLater()];
  const answers = [finish('page', undefined, 'Hi Ada, first')];
  await vi.waitFor(() => expect(fake.shown).toHaveLength(1));
  answers.push(finish('page', undefined, 'Hi Ada, second'));
  await vi.waitFor(() => expect(fake.shown).toEqual([]));
  first('nothing');
  second('nothing');
  expect((await Promise.all(answers)).map(({ noted }) => noted)).toEqual([false, true]);
  expect(await store.episode('e')).toMatchObject({ outcome: 'sent', final: 'Hi Ada, second' });
});

test('a draft that was known again in its box is not sent by a page that comes later', async () => {
  const { store, finish, recall } = await begin();
  const show = lookLater();
  const answer = finish();
  await vi.waitFor(() => expect(fake.shown).toEqual([]));
  expect(await recall()).toMatchObject({ found: { episodeId: 'e' } });
  show('nothing');
  expect(await answer).toEqual({ noted: false, cost: null });
  expect(await store.episode('e')).toMatchObject({ outcome: 'open' });
});
