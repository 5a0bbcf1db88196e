import { beforeEach, expect, test, vi } from 'vitest';
import type { Services } from '../../src/entrypoints/background/services.ts';
import { createWriter } from '../../src/models/create-writer.ts';
import type { OutboundRequest } from '../../src/models/outbound.ts';
import { defaultSettings, hidesIdentifiers, type Settings } from '../../src/protocol/settings.ts';
import { noSpending } from '../../src/protocol/spending.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));
vi.mock('../../src/browser/sites.ts', () => ({ syncSites: async () => {} }));

const { settingsHandlers } = await import('../../src/entrypoints/background/settings-handlers.ts');

const canary = 'sk-canary-55e1a0';
const nobody = {};

let settings: Settings;
let key: { host: string; key: string } | null;
let sent: (OutboundRequest & { left: number })[];

beforeEach(() => {
  settings = defaultSettings;
  key = null;
  sent = [];
});

/** The handlers over a store in memory, with the real writer. */
function handlers() {
  const log = {
    note: (request: OutboundRequest) => void sent.unshift({ ...request, left: 0 }),
    left: () => {},
  };
  const services = {
    clock: { now: () => 0 },
    encoder: { state: () => ({}) },
    useEncoder: async () => {},
    meter: { read: async () => noSpending('2026-11') },
    outbound: { ...log, read: async () => sent, erase: async () => {} },
    store: {
      settings: async () => ({ settings, fault: null }),
      putSettings: async (next: Settings) => {
        settings = next;
      },
      key: async () => key,
      putKey: async (host: string, next: string) => {
        key = next === '' ? null : { host, key: next };
      },
    },
    draftPorts: async () => ({
      writer: createWriter(settings.writer, '', key, {
        masks: hidesIdentifiers(settings.writer),
        log,
      }),
    }),
  };
  // What these handlers use of the services; the rest is for others.
  return settingsHandlers(services as unknown as Services);
}

const at = async (server: ModelServer): Promise<string> => {
  const { host } = new URL(server.baseUrl);
  const writer = {
    ...settings.writer,
    kind: 'openai' as const,
    baseUrl: server.baseUrl,
    model: 'm',
  };
  await handlers()['settings.write']({ settings: { ...settings, writer } }, nobody);
  return host;
};

test('a key goes to the host it was entered for, and after a move to nobody until it is entered again', async () => {
  const [first, second] = await Promise.all([startModelServer(), startModelServer()]);
  const handle = handlers();
  const firstHost = await at(first);
  await handle['settings.key']({ host: firstHost, key: canary }, nobody);
  await handle['writer.test']({}, nobody);
  expect(first.requests.at(-1)?.headers.authorization).toBe(`Bearer ${canary}`);

  const secondHost = await at(second);
  await handle['writer.test']({}, nobody);
  expect(JSON.stringify(second.requests)).not.toContain(canary);
  expect(second.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  expect((await handle['settings.read']({}, nobody)).keyHost).toBe(firstHost);

  await handle['settings.key']({ host: secondHost, key: canary }, nobody);
  await handle['writer.test']({}, nobody);
  expect(second.requests.at(-1)?.headers.authorization).toBe(`Bearer ${canary}`);
  await Promise.all([first.close(), second.close()]);
});

test('a server elsewhere without its own key is not asked at all', async () => {
  key = { host: 'api.openai.com', key: canary };
  const writer = {
    ...settings.writer,
    kind: 'openai' as const,
    baseUrl: 'https://models.invalid/v1',
    model: 'm',
  };
  settings = { ...settings, writer };
  await expect(handlers()['writer.test']({}, nobody)).rejects.toMatchObject({ code: 'no-key' });
  expect(sent).toEqual([]);
});

test('a key typed for a host that was changed meanwhile is not stored', async () => {
  const handle = handlers();
  await expect(
    handle['settings.key']({ host: 'old.example', key: canary }, nobody),
  ).rejects.toMatchObject({ code: 'changed-elsewhere' });
  expect(key).toBeNull();
  key = { host: 'old.example', key: canary };
  await handle['settings.key']({ host: 'old.example', key: '' }, nobody);
  expect(key).toBeNull();
});

test('no answer to a page holds the key', async () => {
  const server = await startModelServer({ key: 'another' });
  const handle = handlers();
  const host = await at(server);
  await handle['settings.key']({ host, key: canary }, nobody);
  // This server repeats the whole key in its refusal.
  const refused = await handle['writer.test']({}, nobody).catch((thrown: unknown) =>
    String(thrown),
  );
  const answers = [
    refused,
    await handle['settings.read']({}, nobody),
    await handle['outbound.read']({}, nobody),
    await handle['encoder.read']({}, nobody),
  ];
  expect(JSON.stringify(answers)).toContain('wrong-key');
  expect(JSON.stringify(answers)).not.toContain(canary);
  expect(sent).toHaveLength(1);
  await server.close();
});

test('the list of models is asked for with the key of its host, and without any other', async () => {
  const [first, second] = await Promise.all([startModelServer(), startModelServer()]);
  const handle = handlers();
  const host = await at(first);
  await handle['settings.key']({ host, key: canary }, nobody);
  const { models } = await handle['writer.models']({}, nobody);
  expect(models).toEqual([{ id: 'penchant-test', price: null }]);
  expect(sent).toMatchObject([{ host, path: '/v1/models', purpose: 'models', bytes: 0, body: '' }]);
  expect(JSON.stringify(sent)).not.toContain(canary);
  expect(first.requests.at(-1)?.headers.authorization).toBe(`Bearer ${canary}`);
  await at(second);
  await handle['writer.models']({}, nobody);
  expect(JSON.stringify(second.requests)).not.toContain(canary);
  await Promise.all([first.close(), second.close()]);
});

test('a server is known by its address', async () => {
  const baseUrl = 'http://localhost:11434/v1';
  const { presets, chosen } = await handlers()['writer.presets']({ baseUrl }, nobody);
  expect(chosen).toBe('ollama');
  expect(presets.map(({ id }) => id)).toContain(chosen);
});
