import { expect, test } from 'vitest';
import type { FaultCode } from '../../src/learning/fault.ts';
import { waitOf } from '../../src/models/openai-faults.ts';
import type { Misbehaviour } from '../fixtures/model-answers.ts';
import { faultOf, prompt, says, stream, withServer } from './with-server.ts';

test.each<[string, Misbehaviour, FaultCode]>([
  ['401', '401', 'wrong-key'],
  ['408', says(408, { message: 'slow' }), 'timed-out'],
  ['429', '429', 'rate-limited'],
  ['500', '500', 'server-error'],
  ['529 of a proxy', { status: 529, body: '<html>busy</html>' }, 'server-error'],
  ['an error in the stream', stream('{"error":{"message":"overloaded"}}'), 'server-error'],
  ['413', { status: 413, body: '' }, 'too-long'],
  [
    '400 for a long prompt',
    says(400, { message: "This model's maximum context length is 8192 tokens." }),
    'too-long',
  ],
  ['a prompt that llama.cpp finds long', says(500, { message: 'context size' }), 'too-long'],
  ['a wrong address', { status: 404, body: '404 page not found' }, 'bad-answer'],
  ['a redirect', { status: 302, body: '', headers: { location: '/v1/other' } }, 'unreachable'],
  ['a broken connection', 'cut', 'cut-short'],
  ['an end without a reason', 'no-finish', 'cut-short'],
  ['an end at the limit', 'length', 'cut-short'],
  ['a login page', 'html', 'bad-answer'],
  ['no stream', says(200, {}), 'bad-answer'],
  ['nothing', { status: 200, body: '' }, 'bad-answer'],
  ['malformed JSON', 'garbage', 'bad-answer'],
  ['JSON of another shape', stream('{"choices":[{"delta":{"content":[1]}}]}'), 'bad-answer'],
  ['null', stream('null'), 'bad-answer'],
  ['no choices', stream('{"choices":[]}', '[DONE]'), 'bad-answer'],
  ['no words', stream('{"choices":[{"delta":{},"finish_reason":"stop"}]}'), 'bad-answer'],
  [
    'thoughts only',
    stream('{"choices":[{"delta":{"content":"<think>Hm."},"finish_reason":"stop"}]}'),
    'bad-answer',
  ],
  ['an endless line', 'huge-line', 'bad-answer'],
  ['endless thoughts', 'huge-nothing', 'bad-answer'],
])('%s', async (_, how, code) => {
  const { model, server, host } = await withServer();
  server.misbehave(how);
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code, detail: host });
  expect(server.requests).toHaveLength(1);
  expect((await model.complete(prompt)).text).toBe('Hello there, friend.');
});

test.each<[string, Misbehaviour, string]>([
  ['an error as it should be', '403', 'This origin is not allowed'],
  ['another form of it', { status: 403, body: '{"detail":"No."}' }, '{"detail":"No."}'],
  ['plain text', { status: 403, body: 'Not from here\n' }, 'Not from here'],
  ['a page', { status: 403, body: '<html><h1>403</h1></html>' }, '403'],
  ['nothing', { status: 403, body: '' }, '403'],
  ['another refusal', says(402, { message: 'Out of credits' }), 'Out of credits'],
  ['a long story', says(403, { message: 'No! '.repeat(100) }), 'No! '.repeat(50)],
])('a refusal is told in the server’s words: %s', async (_, how, detail) => {
  const { model, server } = await withServer();
  server.misbehave(how);
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'forbidden', detail });
});

test.each([
  '404',
  says(404, { message: 'penchant-test not found, pull it first' }),
  { status: 404, body: '{"error":"model not found"}' },
] satisfies Misbehaviour[])('a model that is not there is named (%j)', async (how) => {
  const { model, server } = await withServer();
  server.misbehave(how);
  const fault = await faultOf(model.complete(prompt));
  expect(fault).toMatchObject({ code: 'no-such-model', detail: 'penchant-test' });
});

test.each(['hang', 'stall'] as const)('silence: %s', async (how) => {
  const { model, server, host } = await withServer({}, { timeoutMs: 60 });
  server.misbehave(how);
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'timed-out', detail: host });
});

test('nobody there', async () => {
  const { model, server, host } = await withServer();
  await server.close();
  const fault = await faultOf(model.complete(prompt));
  expect(fault).toMatchObject({ code: 'unreachable', detail: host });
});

test('an answer without an end is read up to 256 Ki letters, then hung up on', async () => {
  const { model, server, host } = await withServer();
  server.misbehave('huge');
  let read = 0;
  const onText = (piece: string): void => {
    read += piece.length;
  };
  const fault = await faultOf(model.complete(prompt, { onText }));
  expect(fault).toMatchObject({ code: 'bad-answer', detail: host });
  expect(read).toBeGreaterThan(200 * 1024);
  expect(read).toBeLessThanOrEqual(256 * 1024);
  await server.hungUp();
});

test.each<[Record<string, string>, number]>([
  [{}, 30_000],
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '-3' }, 0],
  [{ 'retry-after': '86400' }, 3_600_000],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' }, 30_000],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT' }, 0],
  [{ 'retry-after': 'later' }, 30_000],
  [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
])('how long to wait: %j', (headers, wait) => {
  expect(waitOf(new Headers(headers), 30_000, Date.UTC(2026, 9, 21, 7, 28, 0))).toBe(wait);
});

test('a busy server says how long to wait', async () => {
  const { model, server } = await withServer();
  server.misbehave('429');
  expect((await faultOf(model.complete(prompt))).retryAfter).toBe(7_000);
});
