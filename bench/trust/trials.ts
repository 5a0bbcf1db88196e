import type { Preference } from '../../src/learning/types.ts';

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
