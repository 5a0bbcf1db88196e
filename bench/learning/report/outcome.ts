import type { Missing, Played } from '../cell.ts';
import { type AgentFigures, figuresOf } from '../figures/figures.ts';
import type { Run } from '../types.ts';

/** Names of the users that nobody tuned the method on: two that ship, and those drawn from a seed. */
export interface Apart {
  readonly heldOut: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
}

/** All there is to report. */
export interface Outcome {
  /** Without those of users who are shown apart. */
  readonly runs: readonly Run[];
  readonly figures: readonly AgentFigures[];
  /** Of the shipped users that nobody tuned the method on; empty where none were played. */
  readonly heldOut: readonly AgentFigures[];
  /** Of the users drawn from a seed, with their runs; empty where none were played. */
  readonly drawn: { readonly runs: readonly Run[]; readonly figures: readonly AgentFigures[] };
  readonly missing: readonly Missing[];
  /** What else there is to say, a sentence each. */
  readonly remarks: readonly string[];
}

/** Counts what was played, held-out and drawn users apart from the others. */
export function createOutcome(
  { runs, missing }: Played,
  apart: Apart,
  remarks: readonly string[],
): Outcome {
  const ofThose = (users: ReadonlySet<string>): Run[] => runs.filter(({ user }) => users.has(user));
  const own = runs.filter(({ user }) => !apart.heldOut.has(user) && !apart.drawn.has(user));
  const drawn = ofThose(apart.drawn);
  return {
    runs: own,
    figures: figuresOf(own),
    heldOut: figuresOf(ofThose(apart.heldOut)),
    drawn: { runs: drawn, figures: figuresOf(drawn) },
    missing,
    remarks,
  };
}
