import type { Preference } from '../../src/learning/types.ts';
import type { Outcome } from './row.ts';

/** What came of killing something again and again. */
export interface Trials {
  readonly trials: number;
  /** What was lost, doubled or never ended, in words; empty when the promise held. */
  readonly failures: readonly string[];
  readonly seconds: number;
  /** From each kill to the edit being learned from, in milliseconds. */
  readonly doneMs: readonly number[];
}

/** What speaks for more learning than there were edits: one episode twice in the same evidence. */
export function doubled(preferences: readonly Preference[]): string[] {
  return preferences.flatMap(({ description, evidence }) => {
    const episodes = evidence.map(({ episodeId }) => episodeId);
    const twice = episodes.filter((id, at) => episodes.indexOf(id) !== at);
    return twice.map((id) => `“${description}” was learned twice from ${id}`);
  });
}

/** The time below which `share` (0 to 1) of the trials were done. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The same as every row tells it; a failure is told once for each edit. */
export function asOutcome({ trials, failures, doneMs }: Trials): Outcome {
  const [half, most] = [0.5, 0.95].map((share) => `${quantile(doneMs, share).toFixed(0)} ms`);
  const note = `done after ${half}, p95 ${most}`;
  return { trials, failures: Math.min(trials, failures.length), examples: failures, note };
}
