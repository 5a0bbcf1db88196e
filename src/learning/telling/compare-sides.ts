import { type Figures, figuresOf, type Sent } from './progress.ts';

/** Fewer sent mails than this on a side say nothing. */
export const fewestOfASide = 10;

/** What preferences save, by drafts that were written without them at random. */
export interface Sides {
  /** `null` where none of that side was sent. */
  readonly withThem: Figures | null;
  readonly without: Figures | null;
  /** `null` while there are too few to tell. */
  readonly saved: Saved | null;
}

/** Mean edit cost without them less that with them, normalised, with its 95 % interval (Welch). */
export interface Saved {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** The two sides of the comparison; mails that were not compared are on neither. */
export function compareSides(mails: readonly Sent[]): Sides {
  const withThem = mails.filter(({ comparison }) => comparison === 'with');
  const without = mails.filter(({ comparison }) => comparison === 'without');
  const isEnough = Math.min(withThem.length, without.length) >= fewestOfASide;
  return {
    withThem: figuresOf(withThem),
    without: figuresOf(without),
    saved: isEnough ? difference(spreadOf(without), spreadOf(withThem)) : null,
  };
}

interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Of the mean: variance divided by the count. */
  readonly squaredError: number;
}

function spreadOf(mails: readonly Sent[]): Spread {
  const count = mails.length;
  const mean = mails.reduce((sum, { normalised }) => sum + normalised, 0) / count;
  const squares = mails.reduce((sum, { normalised }) => sum + (normalised - mean) ** 2, 0);
  return { count, mean, squaredError: squares / (count - 1) / count };
}

function difference(one: Spread, other: Spread): Saved {
  const mean = one.mean - other.mean;
  const squared = one.squaredError + other.squaredError;
  const parts = [one, other].map(({ squaredError, count }) => squaredError ** 2 / (count - 1));
  const freedom = squared ** 2 / parts.reduce((sum, part) => sum + part, 0);
  // Where all cost the same there is no spread, and nothing to divide by.
  const reach = squared === 0 ? 0 : quantileOfT(freedom) * Math.sqrt(squared);
  return { mean, lower: mean - reach, upper: mean + reach };
}

/** The 97.5 % quantile of Student's t, to 1 % from 9 degrees of freedom on (Cornish and Fisher). */
function quantileOfT(freedom: number): number {
  const z = 1.959964;
  return (
    z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2)
  );
}
