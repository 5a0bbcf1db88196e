import { expect, test } from 'vitest';
import { createBudget, isSmall } from '../../src/browser/budget.ts';

test('a burst passes, then what time allows, for each tab by itself', () => {
  let now = 0;
  const passes = createBudget({ burst: 3, perSecond: 2 }, () => now);
  const count = (tab: number, tries = 100): number =>
    Array.from({ length: tries }, () => passes(tab)).filter(Boolean).length;
  expect([count(1), count(1), count(2)]).toEqual([3, 0, 3]);
  now = 1_000;
  expect(count(1)).toBe(2);
  now = 3_600_000;
  expect(count(1)).toBe(3);
  now = 0;
  expect(count(1)).toBe(0);
});

test('a message is as large as its JSON', () => {
  expect(isSmall({ text: 'x'.repeat(512 * 1024 - 11) })).toBe(true);
  expect(isSmall({ text: 'x'.repeat(512 * 1024 - 10) })).toBe(false);
  expect(isSmall(undefined)).toBe(true);
  const loop: { self?: unknown } = {};
  loop.self = loop;
  expect([isSmall(loop), isSmall(1n)]).toEqual([false, false]);
});
