import { sampleStandardDeviation } from 'simple-statistics';
import type { Run } from '../types.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import { grouped } from './grouped.ts';
import { sumOf } from './share.ts';

/** Words changed over all rounds of a run. */
const costOf = ({ rounds }: Run): number => sumOf(rounds, ({ cost }) => cost.words);

/**
 * Words changed over all rounds and users, the mean over seeds; `sd` is `null` for a single seed. A
 * seed that lacks some of the `users` is scaled up, so that a missing run saves nobody any work.
 */
export function cumulativeCost(
  runs: readonly Run[],
  users: number,
): { readonly mean: number; readonly sd: number | null } {
  const seeds = [...grouped(runs, ({ seed }) => seed).values()];
  const totals = seeds.map((ofSeed) => (sumOf(ofSeed, costOf) / ofSeed.length) * users);
  return {
    mean: sumOf(totals, (total) => total) / totals.length,
    sd: totals.length > 1 ? sampleStandardDeviation(totals) : null,
  };
}

/**
 * Which share of the work that learning could save an agent saves: 0 like no learning, 1 like the
 * oracle. `null` where there is no run of one of the two, or nothing to be saved.
 */
export function gapClosed(runs: readonly Run[], agent: string): Interval | null {
  const rows = costsOf(runs, [agent, 'no-learning', 'oracle']);
  return bootstrap(rows, (drawn) => {
    const [mine, without, best] = [0, 1, 2].map((place) => sumOf(drawn, (row) => row[place] ?? 0));
    const gap = (without ?? 0) - (best ?? 0);
    return gap > 0 ? ((without ?? 0) - (mine ?? 0)) / gap : Number.NaN;
  });
}

/** How much more an agent costs than another, as a share of the other's cost: -0.4 is 40 % less. */
export function costAgainst(runs: readonly Run[], agent: string, other: string): Interval | null {
  const rows = costsOf(runs, [agent, other]);
  return bootstrap(rows, (drawn) => {
    const theirs = sumOf(drawn, ([, cost = 0]) => cost);
    return theirs > 0 ? sumOf(drawn, ([cost = 0]) => cost) / theirs - 1 : Number.NaN;
  });
}

/** One row for each user and seed that all of these agents have a run of: their costs, in order. */
function costsOf(runs: readonly Run[], agents: readonly string[]): number[][] {
  const meetings = grouped(runs, ({ user, seed }) => JSON.stringify([user, seed]));
  return [...meetings.values()]
    .map((met) => agents.flatMap((name) => met.find(({ agent }) => agent === name) ?? []))
    .filter((found) => found.length === agents.length)
    .map((found) => found.map(costOf));
}
