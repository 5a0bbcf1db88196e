import { expect, test } from 'vitest';
import { upperBound } from '../../bench/trust/upper-bound.ts';

test('after no failure the rate is below three in as many trials', () => {
  expect(upperBound(0, 1_000)).toBe(0.003);
  expect(upperBound(0, 2)).toBe(1);
  expect(upperBound(0, 0)).toBe(1);
});

// One-sided 95 % bounds, worked out once with whole binomial coefficients.
test.each([
  [1, 10, 0.3942],
  [1, 100, 0.0466],
  [5, 50, 0.1988],
  [10, 10, 1],
])('after %i failures in %i trials it is the exact bound', (failures, trials, bound) => {
  expect(upperBound(failures, trials)).toBeCloseTo(bound, 3);
});
