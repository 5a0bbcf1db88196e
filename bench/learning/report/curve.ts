import { sampleStandardDeviation } from 'simple-statistics';
import { meanOf } from '../figures/share.ts';
import type { Run } from '../types.ts';

/** A point of a learning curve: a round, counted from 1, and what its drafts cost in words. */
export interface CurvePoint {
  readonly round: number;
  readonly cost: number;
  /** Standard error over users and seeds; 0 for a single one. */
  readonly error: number;
}

/** Rounds that are looked at together: mails differ much in how much there is to change. */
const window = 5;

/** What the drafts of these runs cost round by round, smoothed within each run. */
export function curveOf(runs: readonly Run[]): CurvePoint[] {
  const smooth = runs.map(({ rounds }) => smoothed(rounds.map(({ cost }) => cost.words)));
  const length = Math.max(0, ...smooth.map((costs) => costs.length));
  return Array.from({ length }, (_, index) => {
    const costs = smooth.flatMap((run) => run[index] ?? []);
    const error = costs.length > 1 ? sampleStandardDeviation(costs) / Math.sqrt(costs.length) : 0;
    return { round: index + 1, cost: meanOf(costs) ?? 0, error };
  });
}

/** The mean of each number and its neighbours, of fewer of them at the ends. */
function smoothed(numbers: readonly number[]): number[] {
  const reach = Math.floor(window / 2);
  return numbers.map(
    (_, index) => meanOf(numbers.slice(Math.max(0, index - reach), index + reach + 1)) ?? 0,
  );
}
