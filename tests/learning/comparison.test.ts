import { expect, test } from 'vitest';
import { sideOf } from '../../src/learning/comparison.ts';

const ids = Array.from({ length: 20_000 }, () => crypto.randomUUID());

test('one draft in ten is written without preferences', () => {
  const share = ids.filter((id) => sideOf(id) === 'without').length / ids.length;
  // Further away than this it is once in ten million runs.
  expect(share).toBeGreaterThan(0.0885);
  expect(share).toBeLessThan(0.1115);
});

test('ids that follow one another are not on one side together', () => {
  const sides = Array.from({ length: 2_000 }, (_, at) => sideOf(`draft-${at}`));
  const without = sides.flatMap((side, at) => (side === 'without' ? [at] : []));
  expect(without.length).toBeGreaterThan(120);
  expect(without.length).toBeLessThan(280);
  const gaps = new Set(without.slice(1).map((at, index) => at - (without[index] ?? 0)));
  expect(gaps.size).toBeGreaterThan(10);
});
