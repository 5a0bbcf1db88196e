import { beforeEach, expect, test, vi } from 'vitest';
import { createFinisher, type Ending } from '../../src/entrypoints/content/finisher.ts';
import { Fault, type FaultData } from '../../src/learning/fault.ts';
import type { EditCost } from '../../src/learning/types.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));

const ending: Ending = {
  episodeId: 'e1',
  final: 'Hi Ana,\nsee you there.',
  outcome: 'sent',
  print: 'p1',
  holdMs: 0,
  baseline: 'Dear Ana,\nsee you there.',
  proof: 'box',
};
const cost = { words: 1, normalised: 0.1 };

/** The background; answers with what `answers` holds next, a `Fault` by refusing. */
let answers: (object | Fault)[];
let asked: { name: string; request: unknown }[];
let pauses: number[];
let noted: (EditCost | null)[];
let faults: FaultData[];
let alive: boolean;

beforeEach(() => {
  [answers, asked, pauses, noted, faults, alive] = [[], [], [], [], [], true];
});

const start = () =>
  createFinisher({
    call: async (name, request) => {
      asked.push({ name, request });
      const answer = answers.shift();
      if (answer instanceof Fault) throw answer;
      return answer as never;
    },
    alive: () => alive,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    onNoted: (cost) => noted.push(cost),
    onFault: (fault) => faults.push(fault),
  });

const done = { noted: true, cost };

test('hands over baseline and final text in one message, and tells when it is noted', async () => {
  answers = [done];
  const finisher = start();
  await finisher.finish(ending);
  expect(asked).toEqual([{ name: 'episode.finish', request: ending }]);
  expect(noted).toEqual([cost]);
  expect(finisher.waiting()).toBe(0);
});

test('tries again in growing pauses while the extension lives', async () => {
  const lost = () => new Fault('reload-needed');
  answers = [lost(), lost(), lost(), lost(), lost(), done];
  await start().finish(ending);
  expect(asked).toEqual(Array(6).fill({ name: 'episode.finish', request: ending }));
  // A process that has to be started anew on a busy machine takes its time.
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(20_000);
  expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses);
  expect(noted).toEqual([cost]);
  expect(faults).toEqual([]);
});

test('does not insist when the extension is gone, and keeps the text', async () => {
  alive = false;
  answers = [new Fault('reload-needed')];
  const finisher = start();
  await finisher.finish(ending);
  expect(pauses).toEqual([]);
  expect(faults.map(({ code }) => code)).toEqual(['reload-needed']);
  expect(finisher.waiting()).toBe(1);
});

test('a text that could not be stored is kept, told about, and handed over later', async () => {
  answers = [new Fault('storage-full')];
  const finisher = start();
  await finisher.finish(ending);
  expect(faults.map(({ code }) => code)).toEqual(['storage-full']);
  expect(noted).toEqual([]);
  answers = [done];
  await finisher.retry();
  expect(asked.at(-1)).toEqual({
    name: 'episode.finish',
    request: ending,
  });
  expect(noted).toEqual([cost]);
  expect(finisher.waiting()).toBe(0);
});

test('the first word on an episode stands', async () => {
  answers = [new Fault('storage-full')];
  const finisher = start();
  await finisher.finish(ending);
  await finisher.finish({ ...ending, final: '', outcome: 'discarded' });
  expect(asked).toHaveLength(1);
  expect(finisher.waiting()).toBe(1);
});

test('two hands at once hand over once', async () => {
  answers = [done];
  const finisher = start();
  await Promise.all([finisher.finish(ending), finisher.retry(), finisher.retry()]);
  expect(noted).toEqual([cost]);
  expect(asked).toHaveLength(1);
});

test('a discarded draft is let go in silence', async () => {
  answers = [new Fault('not-found')];
  const finisher = start();
  await finisher.finish({ ...ending, final: '', outcome: 'discarded', baseline: null });
  expect([noted, faults, finisher.waiting()]).toEqual([[], [], 0]);
});

test('says nothing when nothing was noted', async () => {
  answers = [{ noted: false, cost: null }];
  await start().finish(ending);
  expect(noted).toEqual([]);
});

test('what came back before it was handed over did not end', async () => {
  answers = [new Fault('storage-full')];
  const finisher = start();
  await finisher.finish(ending);
  finisher.forget('e1');
  await finisher.retry();
  expect([asked.length, finisher.waiting()]).toEqual([1, 0]);
  answers = [done];
  await finisher.finish(ending);
  expect(noted).toEqual([cost]);
});
