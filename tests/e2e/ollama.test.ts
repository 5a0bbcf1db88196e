import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askExtension, changeSettings } from '../../scripts/drive/ask-extension.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

describe.each(browserNames)('%s: a server on this machine that refuses extensions', (name) => {
  let practice: Practice;
  let server: ModelServer;
  let neighbour: ModelServer;

  beforeAll(async () => {
    const reply = () => 'It works.';
    server = await startModelServer({ refusesExtensions: true, reply });
    neighbour = await startModelServer({ reply });
    practice = await practiceOn(name);
  });
  afterAll(async () => {
    await practice?.close();
    await Promise.all([server?.close(), neighbour?.close()]);
  });

  const use = ({ baseUrl }: ModelServer): Promise<void> =>
    changeSettings(practice.desk.own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, kind: 'openai', baseUrl, model: 'test-model' },
    }));
  const originsAt = ({ requests }: ModelServer) =>
    requests.filter(({ method }) => method === 'POST').map(({ headers }) => headers.origin);
  const ours = expect.stringMatching(/^(?:chrome|moz)-extension:\/\//);

  test('is answered after one refusal, and by none from then on', async () => {
    await use(server);
    const { own } = practice.desk;
    for (let draft = 0; draft < 2; draft++) {
      expect(await askExtension(own, 'writer.test', {})).toMatchObject({ text: 'It works.' });
    }
    const own127 = new URL(server.baseUrl).origin;
    expect(originsAt(server)).toEqual([ours, own127, own127]);
  });

  test('still sees where a page’s requests come from', async () => {
    // Any page of another origin; this one has no policy against asking.
    const page = await practice.browser.open(`${neighbour.baseUrl}/models`);
    const before = server.requests.length;
    await page.evaluate(
      (address) =>
        fetch(address, { method: 'POST', body: '{}' }).then(
          () => undefined,
          () => undefined,
        ),
      `${server.baseUrl}/chat/completions`,
    );
    expect(originsAt({ ...server, requests: server.requests.slice(before) })).toEqual([
      new URL(neighbour.baseUrl).origin,
    ]);
  });

  test('and a server beside it sees our own name', async () => {
    await use(neighbour);
    await askExtension(practice.desk.own, 'writer.test', {});
    expect(originsAt(neighbour)).toEqual([ours]);
  });
});
