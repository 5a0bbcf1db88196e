import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { createTakenOut } from '../../src/entrypoints/background/taken-out.ts';
import type { Envelope, Reply } from '../../src/protocol/messages.ts';
import { messages } from '../../src/protocol/messages.ts';
import type { Store } from '../../src/store/types.ts';
import { longUse } from '../e2e/many-mails.ts';
import { backupOf, lexicalVector } from '../store/backup-of.ts';
import { freshStore } from '../store/fresh-store.ts';

type Answer = (request: unknown, sender: object) => Promise<unknown>;
let handlers: Record<string, Answer> = {};

/** As the browser carries it: what arrives is what JSON can say, checked on both ends. */
async function carry({ name, request }: Envelope): Promise<Reply> {
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const answer = await handlers[name]?.(messages[name].request.parse(asJson(request)), {});
  return { ok: true, value: messages[name].response.parse(asJson(answer)) };
}

vi.mock('../../src/browser/extension.ts', () => ({
  browser: {
    alarms: { create: async () => undefined },
    runtime: { getPlatformInfo: async () => ({}), sendMessage: carry },
  },
}));
vi.mock('../../src/browser/sites.ts', () => ({ syncSites: async () => undefined }));

const { backupHandlers } = await import('../../src/entrypoints/background/backup-handlers.ts');
const { memoryHandlers } = await import('../../src/entrypoints/background/memory-handlers.ts');
const { call } = await import('../../src/browser/call.ts');
const { makeBackup, makePairs } = await import('../../src/ui/backup/make-file.ts');
const { sendFile } = await import('../../src/ui/backup/send-file.ts');

async function used(mails: number): Promise<Store> {
  const { store } = await freshStore();
  const { episodes, preferences } = longUse(mails, 40, 1_780_000_000_000);
  for (const episode of episodes) await store.addEpisode(episode, lexicalVector(episode));
  for (const preference of preferences) await store.putPreference(preference);
  const services = {
    store,
    clock: { now: () => 1 },
    takenOut: createTakenOut({ next: () => 'token' }),
    queue: { wake: async () => undefined },
    useEncoder: async () => undefined,
    forget: () => undefined,
  };
  // What these handlers use of the services; the rest is for others.
  const given = services as unknown as Services;
  // The table of messages has proved each request before it is handed on.
  handlers = { ...backupHandlers(given), ...memoryHandlers(given) } as never;
  return store;
}

test('what the page takes out it can bring in again after everything was erased', async () => {
  const store = await used(230);
  const before = await backupOf(store);
  const shares: number[] = [];
  const file = await makeBackup((share) => shares.push(share));
  expect(shares.at(-1)).toBe(1);
  await store.erase();
  const found = await call('backup.check', await sendFile(file, () => undefined));
  expect(found).toMatchObject({ episodes: { fresh: 230, all: 230 }, preferences: { all: 40 } });
  const sent = await sendFile(file, () => undefined);
  await call('backup.merge', { ...sent, without: [], withSettings: true });
  expect(await backupOf(store)).toBe(before);
});

test('pairs are of every mail that was changed', async () => {
  await used(60);
  const lines = (await (await makePairs(() => undefined)).text()).trimEnd().split('\n');
  expect(lines).toHaveLength(48);
  expect(JSON.parse(lines[0] ?? '')).toHaveProperty('chosen');
});
