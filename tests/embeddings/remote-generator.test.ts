import { afterEach, expect, test, vi } from 'vitest';
import { createRemoteGenerator } from '../../src/embeddings/remote-generator.ts';
import { type GeneratorEngine, serveGenerator } from '../../src/embeddings/serve-generator.ts';
import { Fault } from '../../src/learning/fault.ts';
import { createPortPair } from './port-pair.ts';

const usage = { calls: 1, inputTokens: 3, outputTokens: 2 };
const prompt = { system: 's', user: 'u', json: true };
afterEach(() => void vi.useRealTimers());

const none = (): void => {};

/** An engine behind a port, and what a test needs to disturb it. */
function setting(behaviour: Partial<GeneratorEngine> = {}, patienceMs = 5_000) {
  const asked: Parameters<GeneratorEngine['write']>[] = [];
  const engine: GeneratorEngine = {
    fetch: async () => {},
    write: async (...args) => {
      asked.push(args);
      args[3].onText?.('Dear ');
      args[3].onText?.('Ann');
      return { text: 'Dear Ann', usage };
    },
    ...behaviour,
  };
  const pairs: ReturnType<typeof createPortPair>[] = [];
  const remote = createRemoteGenerator({
    connect: async () => {
      const pair = createPortPair();
      pairs.push(pair);
      serveGenerator(pair.page, engine);
      return pair.background;
    },
    patienceMs,
  });
  return { remote, pairs, asked };
}

test('a text comes in pieces and then whole, of the question that was asked', async () => {
  const { remote, asked } = setting();
  const pieces: string[] = [];
  const onText = (piece: string): void => void pieces.push(piece);
  const strengthening = { without: { system: 'w', user: 'u' }, strength: 1.5 };
  const written = await remote.write('tiny', 'wasm', prompt, strengthening, { onText });
  expect(written).toEqual({ text: 'Dear Ann', usage });
  expect(pieces).toEqual(['Dear ', 'Ann']);
  expect(asked[0]?.slice(0, 2)).toEqual(['tiny', 'wasm']);
  expect(asked[0]?.[2]).toMatchObject({ prompt: { system: 's', user: 'u' }, strengthening });
});

test('signs of life keep it waiting, and are no text', async () => {
  vi.useFakeTimers();
  let step = (): void => {};
  let finish = (): void => {};
  const { remote } = setting(
    {
      write: (_name, _device, _asked, { onStep }) =>
        new Promise((done) => {
          step = onStep;
          finish = () => done({ text: 'Dear Ann', usage });
        }),
    },
    1_000,
  );
  const pieces: string[] = [];
  const onText = (piece: string): void => void pieces.push(piece);
  const writing = remote.write('tiny', 'wasm', prompt, null, { onText });
  for (let seconds = 0; seconds < 5; seconds += 1) {
    await vi.advanceTimersByTimeAsync(900);
    step();
  }
  finish();
  expect((await writing).text).toBe('Dear Ann');
  expect(pieces).toEqual([]);
});

test('stopped, it is given up at once, and the engine hears of it', async () => {
  let isBegun = false;
  let isHeard = false;
  const { remote } = setting({
    write: (_name, _device, _asked, { signal }) =>
      new Promise((_, reject) => {
        isBegun = true;
        signal?.addEventListener('abort', () => {
          isHeard = true;
          reject(new Fault('cancelled'));
        });
      }),
  });
  const controller = new AbortController();
  const writing = remote.write('tiny', 'wasm', prompt, null, { signal: controller.signal });
  await expect.poll(() => isBegun).toBe(true);
  controller.abort();
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
  await expect.poll(() => isHeard).toBe(true);
});

test('what was stopped before it began is not asked for', async () => {
  const { remote, asked } = setting();
  const writing = remote.write('tiny', 'wasm', prompt, null, { signal: AbortSignal.abort() });
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
  expect(asked).toEqual([]);
});

test('a silent worker is not waited for without end', async () => {
  const { remote } = setting({ write: () => new Promise(() => {}) }, 20);
  await expect(remote.write('tiny', 'wasm', prompt, null)).rejects.toMatchObject({
    code: 'model-failed',
    detail: 'timeout',
  });
});

test.each([
  ['wrong-hash', 'model-damaged'],
  ['download-failed', 'model-not-fetched'],
  ['storage-full', 'storage-full'],
] as const)('of a download, %s is told as %s', async (thrown, told) => {
  const { remote } = setting({
    fetch: async () => {
      throw new Fault(thrown, 'a.onnx');
    },
  });
  await expect(remote.fetch('tiny', 'wasm', none, none)).rejects.toMatchObject({
    code: told,
    detail: 'a.onnx',
  });
});

test('a download tells its progress and its requests before its end', async () => {
  const request = {
    at: 1,
    method: 'GET',
    host: 'files.example',
    path: '/a.onnx',
    purpose: 'generator',
    bytes: 0,
    milliseconds: 2,
    status: 200,
    body: '',
  } as const;
  const { remote } = setting({
    fetch: async (_name, _device, onProgress, onRequest) => {
      onRequest(request);
      onProgress(1, 2);
    },
  });
  const heard: unknown[] = [];
  const onProgress = (...numbers: number[]): void => void heard.push(numbers);
  await remote.fetch('tiny', 'wasm', onProgress, (asked) => void heard.push(asked));
  expect(heard).toEqual([request, [1, 2]]);
});

test('a page that is lost fails what was under way, and the next request opens another', async () => {
  let first = true;
  const { remote, pairs } = setting({
    write: () => (first ? new Promise(() => {}) : Promise.resolve({ text: 'Dear Ann', usage })),
  });
  const lost = remote.write('tiny', 'wasm', prompt, null);
  await expect.poll(() => pairs.length).toBe(1);
  pairs[0]?.cut();
  await expect(lost).rejects.toMatchObject({ code: 'model-failed', detail: 'closed' });
  first = false;
  expect((await remote.write('tiny', 'wasm', prompt, null)).text).toBe('Dear Ann');
  expect(pairs).toHaveLength(2);
});
