import pLimit from 'p-limit';
import type { Embedder } from '../../src/learning/ports.ts';
import { type Played, playCell } from './cell.ts';
import type { World } from './types.ts';

/** Everything that is to be played: each agent with each user of each world. */
export interface PlayRequest {
  /** By seed. */
  readonly worlds: ReadonlyMap<number, World>;
  readonly agents: readonly string[];
  readonly embedder: Embedder;
  /** How many runs are played side by side. */
  readonly concurrency: number;
}

/**
 * Plays all runs in this thread, which is right where the time goes into waiting for a server. The
 * runs come seed by seed, user by user, in the order of `agents`, whichever was finished first.
 */
export async function playHere(
  { worlds, agents, embedder, concurrency }: PlayRequest,
  onRounds: (count: number) => void,
): Promise<Played> {
  const limit = pLimit(concurrency);
  const cells = await Promise.all(
    [...worlds].flatMap(([seed, world]) =>
      world.users.map((user) => playCell({ world, seed, user, agents, embedder }, limit, onRounds)),
    ),
  );
  return {
    runs: cells.flatMap(({ runs }) => runs),
    missing: cells.flatMap(({ missing }) => missing),
  };
}
