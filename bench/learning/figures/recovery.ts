import type { PlayedRound } from '../types.ts';

/** How many drafts in a row must follow what has changed before it counts as learned. */
const steady = 2;

/**
 * How many of the rounds in which something has changed were played before the first of two drafts in
 * a row that follow the change; all of them where that never came, `null` where nothing changed.
 * Rounds whose drafts give no occasion to tell are passed over.
 */
export function roundsToRecover(rounds: readonly PlayedRound[]): number | null {
  const follows = rounds
    .filter(({ drifted }) => drifted)
    .flatMap(({ checked }) => checked?.followsDrift ?? []);
  if (follows.length === 0) return null;
  const place = follows.findIndex((_, index) => {
    const next = follows.slice(index, index + steady);
    return next.length === steady && next.every(Boolean);
  });
  return place === -1 ? follows.length : place;
}
