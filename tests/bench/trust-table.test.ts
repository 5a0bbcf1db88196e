import { expect, test } from 'vitest';
import { rows } from '../../bench/trust/rows.ts';
import { tableOf, tried } from '../../bench/trust/table.ts';

const row = { promise: 'T0', sentence: 'All is well' };

test('a row that throws, or tries nothing, has failed', async () => {
  const thrown = await tried(row, async () => {
    throw new Error('no browser');
  });
  const empty = await tried(row, async () => ({ trials: 0, failures: 0, examples: [] }));
  expect([thrown.failures, empty.failures]).toEqual([1, 1]);
  expect(tableOf([thrown])).toContain('T0: could not be tried: Error: no browser');
});

test('a trial that went wrong in two ways is one failure', async () => {
  const one = await tried(row, async () => ({ trials: 3, failures: 5, examples: [] }));
  expect(one).toMatchObject({ trials: 3, failures: 3, bound: 1 });
});

test('every promise has a row', () => {
  const named = new Set(rows.flatMap(({ promise }) => promise.split(' ')));
  const all = Array.from({ length: 18 }, (_, at) => `T${at + 1}`);
  expect([...named].toSorted()).toEqual(all.toSorted());
});
