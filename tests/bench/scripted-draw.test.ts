import { expect, it } from 'vitest';
import { draw } from '../../bench/learning/scripted/draw.ts';

it('draws evenly, also for keys that differ at their end only', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let at = 0; at < 5000; at++) {
    const tenth = Math.floor(draw('tester/1', at) * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(Math.min(...tenths)).toBeGreaterThan(420);
  expect(Math.max(...tenths)).toBeLessThan(580);
});
