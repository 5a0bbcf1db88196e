import { expect, test, vi } from 'vitest';
import type { Misbehaviour } from '../fixtures/model-answers.ts';
import { faultOf, key, prompt, says, stream, withServer } from './with-server.ts';

// Before anything else: the library keeps the console's methods from its first call on.
const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
  vi.spyOn(console, level).mockReturnValue(),
);

test.each<Misbehaviour>([
  '401',
  says(403, { message: `The key ${key} may not do this, ${key}.` }),
  says(400, { message: `Bad request of ${key}`, param: key }),
  says(500, { message: `Trace: Bearer ${key}` }),
  stream(`{"error":{"message":"${key}"}}`),
  stream(`{"choices": "${key}`),
  'cut',
  'hang',
])('the key is in no fault and no cause, and nothing is logged (%j)', async (how) => {
  const { model, server } = await withServer({}, { timeoutMs: how === 'hang' ? 60 : 5_000 });
  server.misbehave(how);
  const fault = await faultOf(model.complete(prompt));
  expect(everythingIn(fault)).not.toContain(key);
  expect(logged.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

/** As text, with what an inspector would show: properties that are not enumerable too. */
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const inside =
    value instanceof Headers
      ? [...value]
      : Reflect.ownKeys(value).map((name) => everythingIn(Reflect.get(value, name), seen));
  return inside.join('\n');
}

test('a server that says the key in its answer is not quoted, however it cuts it', async () => {
  for (const size of [1, 3, key.length - 1, 100]) {
    const { model, server } = await withServer();
    const said = `Hello ${key}, how are you?`;
    const pieces = said.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    const events = pieces.map((content) =>
      JSON.stringify({ choices: [{ delta: { content }, finish_reason: null }] }),
    );
    server.misbehave(stream(...events, '{"choices":[{"delta":{},"finish_reason":"stop"}]}'));
    let shown = '';
    const onText = (piece: string): void => {
      shown += piece;
    };
    expect(await faultOf(model.complete(prompt, { onText }))).toMatchObject({ code: 'bad-answer' });
    expect(shown).not.toContain(key);
  }
});

test('a request has no cookie, no origin page and no detour', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const { model, server } = await withServer();
  await model.complete(prompt);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  expect(Object.keys(server.requests[0]?.headers ?? {})).not.toContain('referer');
  fetched.mockRestore();
});
