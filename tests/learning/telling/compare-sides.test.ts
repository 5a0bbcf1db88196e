import { expect, test } from 'vitest';
import { compareSides } from '../../../src/learning/telling/compare-sides.ts';
import type { Sent } from '../../../src/learning/telling/progress.ts';
import type { Comparison } from '../../../src/learning/types.ts';

const mails = (costs: readonly number[], comparison?: Comparison): Sent[] =>
  costs.map((normalised, at) => ({
    at,
    words: Math.round(normalised * 100),
    normalised,
    recipient: '',
    facets: [],
    draftLength: 100,
    ...(comparison && { comparison }),
    calls: 1,
    tokens: 10,
  }));
const without = [0.5, 0.42, 0.61, 0.38, 0.55, 0.47, 0.6, 0.52, 0.44, 0.58, 0.49, 0.4];
const withThem = [0.1, 0.22, 0.05, 0.18, 0.3, 0.12, 0.2, 0.08, 0.25, 0.15];

test('what is saved has the interval of Welch’s test', () => {
  const { saved } = compareSides([...mails(without, 'without'), ...mails(withThem, 'with')]);
  // Welch's, with Student's t integrated numerically: t = 2.09202 at 19.136 degrees of freedom.
  expect(saved?.mean).toBeCloseTo(0.33167, 4);
  expect(saved?.lower).toBeCloseTo(0.26113, 3);
  expect(saved?.upper).toBeCloseTo(0.4022, 3);
});

test('fewer than ten of a side say nothing, but are counted', () => {
  const sides = compareSides([
    ...mails(without.slice(0, 9), 'without'),
    ...mails(withThem, 'with'),
  ]);
  expect(sides.saved).toBeNull();
  expect(sides.without?.mails).toBe(9);
  expect(sides.withThem?.mails).toBe(10);
});

test('mails that were not compared are on neither side', () => {
  expect(compareSides(mails(without))).toEqual({ withThem: null, without: null, saved: null });
});

test('mails that all cost the same have no spread', () => {
  const same = Array.from({ length: 10 }, () => 0);
  const { saved } = compareSides([...mails(same, 'with'), ...mails(same, 'without')]);
  expect(saved).toEqual({ mean: 0, lower: 0, upper: 0 });
});
