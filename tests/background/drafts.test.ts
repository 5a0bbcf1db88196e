import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { Fault } from '../../src/learning/fault.ts';
import { draftPortName, type ToPanel } from '../../src/protocol/draft-port.ts';
import { context } from '../learning/world.ts';

const ours = 'chrome-extension://our-id/';

vi.mock('../../src/browser/extension.ts', () => ({
  browser: { runtime: { id: 'our-id', getURL: (path: string) => `${ours}${path}` } },
}));

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** How many drafts were really begun; each ends with a fault, for no writer is needed here. */
let begun = 0;
const services = {
  draftPorts: async () => {
    begun += 1;
    throw new Fault('no-key');
  },
  // Read at the same time; nothing else is used before a draft has its ports.
  store: { settings: async () => ({ settings: null, fault: null }) },
} as unknown as Services;

/** The page's end of a port that the background serves. */
async function portOf(tabId: number, sender: Partial<Runtime.MessageSender> = {}) {
  begun = 0;
  const { serveDrafts } = await import('../../src/entrypoints/background/drafts.ts');
  const heard: ToPanel[] = [];
  let isCut = false;
  const listeners: ((message: unknown) => void)[] = [];
  const port = {
    name: draftPortName,
    sender: { id: 'our-id', url: 'https://mail.example.com/', tab: { id: tabId }, ...sender },
    postMessage: (message: ToPanel) => void heard.push(message),
    disconnect: () => {
      isCut = true;
    },
    onMessage: { addListener: (listen: (message: unknown) => void) => listeners.push(listen) },
    onDisconnect: { addListener: () => undefined },
  };
  // What is used of a port; the browser's own has more.
  serveDrafts(port as unknown as Runtime.Port, Promise.resolve(services));
  return {
    isCut: () => isCut,
    say: async (message: unknown): Promise<ToPanel | undefined> => {
      for (const listen of listeners) listen(message);
      await vi.advanceTimersByTimeAsync(0);
      return heard.at(-1);
    },
  };
}

const start = { type: 'start', context: context(), without: [], how: { kind: 'draft' } };
const refused = (detail: string) => ({ type: 'fault', fault: { code: 'not-allowed', detail } });

test('of a page that asks on and on, twenty drafts are made, then one in five seconds', async () => {
  const page = await portOf(1);
  for (let at = 0; at < 30; at += 1) await page.say(start);
  expect(begun).toBe(20);
  expect(await page.say(start)).toEqual(refused('too many drafts'));
  await vi.advanceTimersByTimeAsync(4_900);
  expect(await page.say(start)).toEqual(refused('too many drafts'));
  await vi.advanceTimersByTimeAsync(100);
  expect(await page.say(start)).toMatchObject({ fault: { code: 'no-key' } });
  expect(begun).toBe(21);
});

test('another port does not begin anew, and another tab has drafts of its own', async () => {
  const first = await portOf(2);
  for (let at = 0; at < 20; at += 1) await first.say(start);
  expect(await (await portOf(2)).say(start)).toEqual(refused('too many drafts'));
  expect(await (await portOf(3)).say(start)).toMatchObject({ fault: { code: 'no-key' } });
});

test('what is too large or of another shape makes no draft', async () => {
  const page = await portOf(4);
  const large = { ...start, context: context({ notes: 'x'.repeat(600_000) }) };
  expect(await page.say(large)).toEqual(refused('too large a message'));
  expect(await page.say({ ...start, model: 'mine' })).toMatchObject({
    fault: { code: 'not-allowed' },
  });
  expect(begun).toBe(0);
});

test('a port of somebody else is closed and not listened to', async () => {
  const stranger = await portOf(5, { id: 'another' });
  expect(stranger.isCut()).toBe(true);
  await stranger.say(start);
  expect(begun).toBe(0);
});
