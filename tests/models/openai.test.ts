import { describe, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Spent } from '../../src/models/meter.ts';
import { createOpenAiModel } from '../../src/models/openai.ts';
import type { Misbehaviour } from '../fixtures/model-answers.ts';
import { faultOf, key, prompt, says, withServer } from './with-server.ts';

test('an answer arrives in pieces, in order, and as a whole with its tokens', async () => {
  const { model } = await withServer();
  const pieces: string[] = [];
  const answer = await model.complete(prompt, { onText: (piece) => pieces.push(piece) });
  expect(answer).toEqual({
    text: 'Hello there, friend.',
    usage: { calls: 1, inputTokens: 5, outputTokens: 3 },
  });
  expect(pieces).toEqual(['Hello ', 'there, ', 'friend.']);
  expect(model.id).toBe('openai:penchant-test');
});

test('a request is one streamed chat completion at temperature 0', async () => {
  const { model, server } = await withServer();
  await model.complete(prompt);
  await model.complete({ ...prompt, json: true });
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/chat/completions',
    'POST /v1/chat/completions',
  ]);
  const body = {
    model: 'penchant-test',
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
    stream: true,
    temperature: 0,
    stream_options: { include_usage: true },
  };
  expect(server.requests.map((request) => request.body)).toEqual([
    body,
    { ...body, response_format: { type: 'json_object' } },
  ]);
});

test('a request carries the key and no header that a narrow server would refuse', async () => {
  vi.stubEnv('OPENAI_ORG_ID', 'org-of-somebody');
  const { model, server } = await withServer({ key });
  await model.complete(prompt);
  const names = Object.keys(server.requests[0]?.headers ?? {});
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`);
  expect(names.filter((name) => /stainless|openai/.test(name))).toEqual([]);
  expect(server.requests[0]?.headers['user-agent']).not.toMatch(/OpenAI/);
  vi.unstubAllEnvs();
});

test('a server on this machine needs no key and is sent none', async () => {
  const { model, server } = await withServer({}, { key: '' });
  await model.complete(prompt);
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('without a key no other server is asked', async () => {
  const model = createOpenAiModel({
    baseUrl: 'https://models.example.com/v1',
    key: '',
    model: 'm',
    timeoutMs: 1_000,
  });
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'no-key' });
});

test('a key that no header can hold is wrong before anything is sent', async () => {
  const { model, server, host } = await withServer({}, { key: 'sk-schlüssel…' });
  const fault = await faultOf(model.complete(prompt));
  expect(fault).toMatchObject({ code: 'wrong-key', detail: host });
  expect(String(fault.cause)).not.toContain('sk-');
  expect(server.requests).toEqual([]);
});

test.each([
  ['refuse-temperature', 'temperature'],
  ['refuse-stream-options', 'stream_options'],
  ['refuse-json', 'response_format'],
] as const)('%s: asked again without %s, and not in vain the next time', async (how, field) => {
  const { model, server } = await withServer();
  server.misbehave(how, Infinity);
  const json = { ...prompt, json: true };
  expect((await model.complete(json)).text).toBe('Hello there, friend.');
  expect((await model.complete(json)).text).toBe('Hello there, friend.');
  const asked = server.requests.map(({ body }) => field in (body ?? {}));
  expect(asked).toEqual([true, false, false]);
});

test('a refusal in another server’s words is understood too', async () => {
  const { model, server } = await withServer();
  const detail = [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }];
  server.misbehave({ status: 422, body: JSON.stringify({ detail }) });
  await model.complete(prompt);
  expect(server.requests.map(({ body }) => 'stream_options' in (body ?? {}))).toEqual([
    true,
    false,
  ]);
});

test('a server that forgets to hang up is not waited for', async () => {
  const { model, server } = await withServer({}, { timeoutMs: 60_000 });
  server.misbehave('no-done');
  expect((await model.complete(prompt)).text).toBe('Hello there, friend.');
  await server.hungUp();
});

test('an answer that was complete counts, also where nothing came after it', async () => {
  const { model, server } = await withServer({}, { timeoutMs: 1_000 });
  server.misbehave('refuse-stream-options');
  server.misbehave('no-done');
  expect((await model.complete(prompt)).text).toBe('Hello there, friend.');
});

test('what a model thinks aloud is shown to nobody', async () => {
  const reply = () => '<think> Hm. A < b? </think>\n\nDear Ann,\n\n1 < 2.';
  const { model } = await withServer({ reply });
  let shown = '';
  const { text } = await model.complete(prompt, {
    onText: (piece) => {
      shown += piece;
    },
  });
  expect(text).toBe('Dear Ann,\n\n1 < 2.');
  expect(shown).toBe(text);
});

test('cancelling hangs up in the middle of an answer', async () => {
  const { model, server } = await withServer({}, { timeoutMs: 60_000 });
  server.misbehave('stall');
  const controller = new AbortController();
  const pieces: string[] = [];
  const onText = (piece: string): void => {
    pieces.push(piece);
    controller.abort();
  };
  const fault = await faultOf(model.complete(prompt, { signal: controller.signal, onText }));
  expect(fault.code).toBe('cancelled');
  expect(pieces).toEqual(['Hello ']);
  await server.hungUp();
});

test('what was cancelled before is not asked', async () => {
  const { model, server } = await withServer();
  const fault = await faultOf(model.complete(prompt, { signal: AbortSignal.abort() }));
  expect(fault.code).toBe('cancelled');
  expect(server.requests).toEqual([]);
});

test('cancelled is cancelled, also at the last word', async () => {
  const { model, server } = await withServer({}, { timeoutMs: 60_000 });
  server.misbehave('refuse-stream-options');
  server.misbehave('no-done');
  const controller = new AbortController();
  const onText = (piece: string): void => {
    if (piece === 'friend.') controller.abort();
  };
  const fault = await faultOf(model.complete(prompt, { signal: controller.signal, onText }));
  expect(fault.code).toBe('cancelled');
});

describe('a server on this machine that refuses us', () => {
  const refusal: Misbehaviour = { status: 403, body: '' };

  test('is asked once more after it was made to let us in', async () => {
    const letIn = vi.fn(async () => true);
    const { model, server } = await withServer({}, { letIn });
    server.misbehave(refusal);
    expect((await model.complete(prompt)).text).toBe('Hello there, friend.');
    expect(letIn.mock.calls).toEqual([[server.baseUrl]]);
    expect(server.requests).toHaveLength(2);
  });

  test('is not asked again and again, nor where the browser cannot help', async () => {
    for (const lets of [true, false]) {
      const { model, server } = await withServer({}, { letIn: async () => lets });
      server.misbehave(refusal, Infinity);
      expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'forbidden' });
      expect(server.requests).toHaveLength(lets ? 2 : 1);
    }
  });
});

describe('money', () => {
  const metered = () => {
    const spent: Spent[] = [];
    const meter = { admit: async () => {}, spent: (one: Spent) => void spent.push(one) };
    return { spent, meter };
  };

  test('no request is made once nothing may be spent', async () => {
    const admit = () => Promise.reject(new Fault('over-budget', '$5'));
    const { model, server } = await withServer({}, { meter: { admit, spent: () => {} } });
    expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'over-budget' });
    expect(server.requests).toEqual([]);
  });

  test('an answer that broke off is counted too, about right; a refusal costs nothing', async () => {
    const { spent, meter } = metered();
    const { model, server } = await withServer({}, { meter });
    server.misbehave('500');
    await faultOf(model.complete(prompt));
    expect(spent).toEqual([]);
    server.misbehave('cut');
    await faultOf(model.complete(prompt, { purpose: 'infer' }));
    expect(spent).toMatchObject([{ purpose: 'infer', outputTokens: 2, charged: null }]);
    expect(spent[0]?.inputTokens).toBeGreaterThan(10);
  });
});

test('a wait that a busy server asks for can be cancelled', async () => {
  const { model, server } = await withServer();
  server.misbehave(says(429, { message: 'busy' }, { 'retry-after': '4' }));
  const controller = new AbortController();
  const waiting = faultOf(model.complete(prompt, { signal: controller.signal }));
  await expect.poll(() => server.requests.length).toBe(1);
  controller.abort();
  expect((await waiting).code).toBe('cancelled');
  expect(server.requests).toHaveLength(1);
});

test('a server that stays busy is left alone after two more tries', async () => {
  const { model, server } = await withServer();
  server.misbehave(says(429, { message: 'busy' }, { 'retry-after-ms': '1' }), Infinity);
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'rate-limited' });
  expect(server.requests).toHaveLength(3);
});

test('a server that keeps the line open while the request waits its turn is not silent', async () => {
  const { model, server } = await withServer({}, { timeoutMs: 200 });
  server.misbehave((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let comments = 0;
    const timer = setInterval(() => {
      response.write(': PROCESSING\n\n');
      comments += 1;
      if (comments < 6) return;
      clearInterval(timer);
      const choice = { delta: { content: 'At last.' }, finish_reason: 'stop' };
      response.end(`data: ${JSON.stringify({ choices: [choice] })}\n\ndata: [DONE]\n\n`);
    }, 80);
  });
  expect((await model.complete(prompt)).text).toBe('At last.');
});
