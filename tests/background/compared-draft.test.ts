import { beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { sideOf } from '../../src/learning/comparison.ts';
import type { Memory } from '../../src/learning/ports.ts';
import { draftPortName, type How, type ToPanel } from '../../src/protocol/draft-port.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';
import type { Store } from '../../src/store/types.ts';
import { context, FakeMemory, fakeWriter, letterEmbedder, preference } from '../learning/world.ts';
import { freshStore } from '../store/fresh-store.ts';

const ours = 'chrome-extension://our-id/';
vi.mock('../../src/browser/extension.ts', () => ({
  browser: { runtime: { id: 'our-id', getURL: (path: string) => `${ours}${path}` } },
}));
const { serveDrafts } = await import('../../src/entrypoints/background/drafts.ts');

const names = Array.from({ length: 200 }, (_, at) => `draft-${at}`);
const heldOut = names.filter((id) => sideOf(id) === 'without')[0] ?? '';
const usual = names.filter((id) => sideOf(id) === 'with')[0] ?? '';
const greets = preference('Greets with “Hi”', { origin: 'user' });

let store: Store;
beforeEach(async () => {
  ({ store } = await freshStore());
});

/** Drafts once, with an episode of this name; answers what the panel was told and what was stored. */
async function drafted(id: string, how: How, without: readonly string[] = []) {
  const known = new FakeMemory();
  known.known = [greets];
  // Drafting takes its parts one by one.
  const memory: Memory = {
    nearest: (vector, k) => known.nearest(vector, k),
    neighboursOf: (episodeId, k) => known.neighboursOf(episodeId, k),
    preferences: () => known.preferences(),
  };
  const drawn = [id];
  const services = {
    store,
    clock: { now: () => 1 },
    ids: { next: () => drawn.shift() ?? crypto.randomUUID() },
    remember: () => undefined,
    draftPorts: async () => ({
      writer: fakeWriter(),
      embedder: letterEmbedder,
      memory,
      method: defaultSettings.method,
    }),
    // What drafting uses of the services; the rest is for others.
  } as unknown as Services;
  const heard: ToPanel[] = [];
  const port = {
    name: draftPortName,
    sender: { id: 'our-id', url: 'https://mail.example.com/', tab: { id: 1 } },
    postMessage: (message: ToPanel) => void heard.push(message),
    disconnect: () => undefined,
    onMessage: {
      addListener: (listen: (message: unknown) => void) =>
        listen({ type: 'start', context: context(), without: [...without], how }),
    },
    onDisconnect: { addListener: () => undefined },
  };
  // What is used of a port; the browser's own has more.
  serveDrafts(port as unknown as Runtime.Port, Promise.resolve(services));
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ type: 'done' }), 10_000);
  return { shaped: heard[0], episode: await store.episode(id) };
}
const compare = () => store.putSettings({ ...defaultSettings, comparing: true });

test('nothing is compared unless the user asks for it', async () => {
  const { shaped, episode } = await drafted(heldOut, { kind: 'draft' });
  expect(shaped).toMatchObject({ isHeldOut: false, preferences: [{ id: greets.id }] });
  expect(episode).not.toHaveProperty('comparison');
});

test('a draft that chance left without preferences says so and is stored as such', async () => {
  await compare();
  const { shaped, episode } = await drafted(heldOut, { kind: 'draft' });
  expect(shaped).toEqual({ type: 'shaped', preferences: [], isHeldOut: true });
  expect(episode).toMatchObject({ comparison: 'without', guidance: null });
});

test('the others are the side it is compared with', async () => {
  await compare();
  const { shaped, episode } = await drafted(usual, { kind: 'draft' });
  expect(shaped).toMatchObject({ isHeldOut: false, preferences: [{ id: greets.id }] });
  expect(episode?.comparison).toBe('with');
});

test.each<[string, How, readonly string[]]>([
  ['asked for with all that was learned', { kind: 'draft', isWhole: true }, []],
  ['one of several', { kind: 'several' }, []],
  ['written anew', { kind: 'rework', text: 'Hi Ada,', tone: null }, []],
  ['asked for without some', { kind: 'draft' }, ['another']],
])('a draft that was %s is on neither side', async (_, how, without) => {
  await compare();
  const { shaped, episode } = await drafted(heldOut, how, without);
  expect(shaped).toMatchObject({ isHeldOut: false, preferences: [{ id: greets.id }] });
  expect(episode).not.toHaveProperty('comparison');
});
