import type { LimitFunction } from 'p-limit';
import type { Embedder } from '../../src/learning/ports.ts';
import { createPlainDrafts } from './plain-drafts.ts';
import { playRun } from './run.ts';
import type { Run, SimulatedUser, World } from './types.ts';

/** A run that ended before its last round, and why. */
export interface Missing {
  readonly agent: string;
  readonly user: string;
  readonly seed: number;
  readonly reason: string;
}

/** What came of the runs that were to be played. */
export interface Played {
  readonly runs: readonly Run[];
  readonly missing: readonly Missing[];
}

/** One user in one world, and the agents that are to write for them. */
export interface CellRequest {
  readonly world: World;
  readonly seed: number;
  readonly user: SimulatedUser;
  readonly agents: readonly string[];
  readonly embedder: Embedder;
}

/**
 * Plays every agent of a cell, as many side by side as `limit` lets in. A run that fails is missing
 * and the others go on. `onRounds` is told how many rounds are done with, also those that will never
 * be played.
 */
export async function playCell(
  { agents, ...cell }: CellRequest,
  limit: LimitFunction,
  onRounds: (count: number) => void,
): Promise<Played> {
  const { seed, user } = cell;
  const plain = createPlainDrafts(cell.world, user);
  const outcomes = await Promise.all(
    agents.map((agent) =>
      limit(async (): Promise<Run | Missing> => {
        let left = user.rounds.length;
        try {
          return await playRun({ ...cell, agent, plain }, () => {
            left -= 1;
            onRounds(1);
          });
        } catch (thrown) {
          onRounds(left);
          const reason = thrown instanceof Error ? thrown.message : String(thrown);
          return { agent, user: user.name, seed, reason };
        }
      }),
    ),
  );
  return {
    runs: outcomes.filter((outcome) => 'rounds' in outcome),
    missing: outcomes.filter((outcome) => 'reason' in outcome),
  };
}
