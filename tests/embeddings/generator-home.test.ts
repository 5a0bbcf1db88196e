import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGeneratorHome, type GeneratorWorker } from '../../src/embeddings/generator-home.ts';

const idleMs = 1_000;

/** A home, the workers it started, and what it said. */
function setting() {
  const said: unknown[] = [];
  const workers: {
    readonly got: unknown[];
    ended: boolean;
    answer(message: unknown): void;
    die(why: string): void;
  }[] = [];
  const home = createGeneratorHome(
    () => {
      let hear: (message: unknown) => void = () => {};
      let fail: (why: string) => void = () => {};
      const got: unknown[] = [];
      const worker = {
        got,
        ended: false,
        answer: (message: unknown) => hear(message),
        die: (why: string) => fail(why),
      };
      workers.push(worker);
      return {
        postMessage: (message) => void got.push(message),
        listen: (onMessage, onFail) => {
          hear = onMessage;
          fail = onFail;
        },
        terminate: () => {
          worker.ended = true;
        },
      } satisfies GeneratorWorker;
    },
    (message) => void said.push(message),
    idleMs,
  );
  return { home, workers, said };
}

const fetching = (id: string) =>
  ({ to: 'generator', type: 'fetch', id, name: 'tiny', device: 'wasm' }) as const;
const writing = (id: string) => ({
  ...fetching(id),
  type: 'write',
  prompt: { system: '', user: '' },
  strengthening: null,
});
const fetched = (id: string) => ({ to: 'background', type: 'fetched', id });
const fault = (id: string, detail: string) => ({
  to: 'background',
  type: 'fault',
  id,
  fault: { code: 'model-failed', detail },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one worker does all, and is ended some time after its last work', () => {
  const { home, workers, said } = setting();
  home.send(fetching('a'));
  home.send(writing('b'));
  expect(workers).toHaveLength(1);
  expect(workers[0]?.got).toHaveLength(2);
  workers[0]?.answer(fetched('a'));
  vi.advanceTimersByTime(10 * idleMs);
  expect(workers[0]?.ended).toBe(false);
  workers[0]?.answer({ ...fault('b', 'x') });
  vi.advanceTimersByTime(idleMs - 1);
  expect(workers[0]?.ended).toBe(false);
  vi.advanceTimersByTime(1);
  expect(workers[0]?.ended).toBe(true);
  expect(said).toEqual([fetched('a'), fault('b', 'x')]);
  home.send(writing('c'));
  expect(workers).toHaveLength(2);
});

test('a worker that dies fails what was under way, and the next request starts another', () => {
  const { home, workers, said } = setting();
  home.send(writing('a'));
  workers[0]?.die('out of memory');
  expect(said).toEqual([fault('a', 'out of memory')]);
  home.send(writing('b'));
  expect(workers).toHaveLength(2);
  // What the dead one still says is not for the request of the new one.
  workers[0]?.answer(fetched('b'));
  expect(said).toHaveLength(1);
});

test('to be released ends it at once', () => {
  const { home, workers, said } = setting();
  home.send(writing('a'));
  home.send({ to: 'generator', type: 'release', id: '' });
  expect(workers[0]?.ended).toBe(true);
  expect(said).toEqual([fault('a', 'released')]);
});

test('left alone, it gives up what it writes and goes on with what it downloads', () => {
  const { home, workers } = setting();
  home.send(fetching('a'));
  home.send(writing('b'));
  home.leave();
  expect(workers[0]?.got.slice(2)).toEqual([{ to: 'generator', type: 'stop', id: 'b' }]);
});

test('a worker that cannot be started is told', () => {
  const said: unknown[] = [];
  const home = createGeneratorHome(
    () => {
      throw new Error('no workers here');
    },
    (message) => void said.push(message),
    idleMs,
  );
  home.send(writing('a'));
  expect(said).toEqual([fault('a', 'no workers here')]);
});

test('what is no request starts nothing, and neither does a stop', () => {
  const { home, workers } = setting();
  home.send({ to: 'generator', type: 'write', id: 'a' });
  home.send({ to: 'generator', type: 'stop', id: 'a' });
  expect(workers).toEqual([]);
});
