import type { Missing, Played } from '../cell.ts';
import { type AgentFigures, figuresOf } from '../figures/figures.ts';
import type { Run } from '../types.ts';

/** All there is to report. */
export interface Outcome {
  /** Without those of held-out users. */
  readonly runs: readonly Run[];
  readonly figures: readonly AgentFigures[];
  /** Of the users that nobody tuned the method on; empty where none were played. */
  readonly heldOut: readonly AgentFigures[];
  readonly missing: readonly Missing[];
  /** What else there is to say, a sentence each. */
  readonly remarks: readonly string[];
}

/** Counts what was played, held-out users apart from the others. */
export function createOutcome(
  { runs, missing }: Played,
  heldOut: ReadonlySet<string>,
  remarks: readonly string[],
): Outcome {
  const own = runs.filter(({ user }) => !heldOut.has(user));
  return {
    runs: own,
    figures: figuresOf(own),
    heldOut: figuresOf(runs.filter(({ user }) => heldOut.has(user))),
    missing,
    remarks,
  };
}
