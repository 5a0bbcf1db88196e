import { expect, onTestFinished, test } from 'vitest';
import { startModelServer } from '../fixtures/model-server.ts';

async function started(options: Parameters<typeof startModelServer>[0]) {
  const server = await startModelServer(options);
  onTestFinished(() => server.close());
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${server.baseUrl}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { server, ask };
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer right', 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

test('the protocol server answers like the real ones', async () => {
  const { server, ask } = await started({ key: 'right', reply: ({ user }) => `You said ${user}` });
  expect(await ask('/models')).toMatchObject({ status: 401 });
  expect(await ask('/models', { headers: { authorization: 'Bearer right' } })).toMatchObject({
    status: 200,
    text: expect.stringContaining('penchant-test'),
  });
  expect(await ask('/other', post({}))).toMatchObject({ status: 404 });

  const messages = [{ role: 'user', content: 'hi' }];
  const whole = await ask('/chat/completions', post({ messages }));
  expect(JSON.parse(whole.text).choices[0].message.content).toBe('You said hi');

  const streamed = await ask('/chat/completions', post({ messages, stream: true }));
  expect(streamed.text.match(/^data: /gm)).toHaveLength(6);
  expect(streamed.text).not.toContain('usage');
  expect(streamed.text.endsWith('data: [DONE]\n\n')).toBe(true);
  expect(server.requests.at(-1)).toMatchObject({ method: 'POST', user: 'hi', json: false });
});

test('the protocol server lets a page’s preflight pass without a key', async () => {
  const { ask } = await started({ key: 'right' });
  const { status, headers } = await ask('/chat/completions', {
    method: 'OPTIONS',
    headers: { origin: 'chrome-extension://abc' },
  });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('chrome-extension://abc');
  expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type');
});

test('misbehaviours queue up until it is to behave again', async () => {
  const { server, ask } = await started({ reply: () => 'Hello' });
  server.misbehave('500');
  server.misbehave('429', Infinity);
  const statuses: number[] = [];
  for (let request = 0; request < 4; request++) {
    if (request === 3) server.behave();
    statuses.push((await ask('/chat/completions', post({}))).status);
  }
  expect(statuses).toEqual([500, 429, 429, 200]);
});
