import type { Embedder, Writer } from '../../src/learning/ports.ts';
import type { Context, EditCost, Usage } from '../../src/learning/types.ts';

/** The words of the benchmark. Those of the method are in src/learning/types.ts. */

/** One mail to be written, and what only the simulated user knows about it. */
export interface Round {
  /** Unique within a user and seed; random draws of a round come from it and from nothing else. */
  readonly id: string;
  readonly context: Context;
  /** What the oracle is told: all that the user wants here, in words; `null` = nothing in particular. */
  readonly wanted: string | null;
  /** Rounds with the same label are written under the same wishes, such as a relation or a source. */
  readonly kind: string;
  /** Whether one of the user's wishes for this context is not what it was in the rounds before. */
  readonly drifted: boolean;
}

/** What code found in a draft, where the user's rules can be checked in code. */
export interface Checked {
  /** How many rules hold for this context, and how many of them the draft follows. */
  readonly rules: number;
  readonly satisfied: number;
  /** How many of these rules have another value elsewhere, and how many such foreign values it has. */
  readonly scoped: number;
  readonly wrongScope: number;
  /** Whether the draft follows every rule that has drifted; `null` where none has. */
  readonly followsDrift: boolean | null;
}

/** A simulated user: what they have to write, what they make of a draft, what they think of it. */
export interface SimulatedUser {
  readonly name: string;
  readonly rounds: readonly Round[];
  /** Never learned from: drafts for these show what was learned. */
  readonly heldOut: readonly Round[];
  /** The text they send instead of the draft; the draft itself where they are content. */
  edit(draft: string, round: Round): Promise<{ readonly final: string; readonly usage: Usage }>;
  /** `plain`: the draft that is written for this round without any preference. */
  check?(draft: string, plain: string, round: Round): Checked;
  /**
   * How well a draft shows what this user wishes, wish by wish: the mean of a judge's verdicts, −2
   * (clearly contradicts) to 2 (clearly shows); `null` where the judge gave no usable answer.
   */
  component?(draft: string, round: Round): Promise<number | null>;
}

/** How a mail came out of an agent. */
export interface Written {
  readonly text: string;
  /** Everything it cost before the user saw the draft. */
  readonly usage: Usage;
}

/** What learning from one mail cost. */
export interface Learned {
  readonly infer: Usage;
  readonly verify: Usage;
}

/** A way of learning from edits, with everything it has learned so far from one user. */
export interface Agent {
  draft(round: Round): Promise<Written>;
  learn(round: Round, written: Written, final: string): Promise<Learned>;
  /** How many descriptions (or examples) it keeps. */
  storeSize(): number;
  /** What it would go by in this context, in words; empty where it knows nothing. */
  guidance(round: Round): Promise<string>;
}

/** What is known of one round after it was played. */
export interface PlayedRound {
  readonly kind: string;
  readonly drifted: boolean;
  readonly cost: EditCost;
  /** What the draft without any preference would have cost here. */
  readonly plainCost: EditCost;
  /** Words. */
  readonly draftLength: number;
  readonly plainLength: number;
  readonly usage: { readonly draft: Usage; readonly infer: Usage; readonly verify: Usage };
  readonly checked: Checked | null;
  /** What `SimulatedUser.component` says of the draft; `null` where nobody does. */
  readonly component: number | null;
  readonly storeSize: number;
}

/** One user taught one agent, from the first mail to the last. */
export interface Run {
  readonly agent: string;
  readonly user: string;
  readonly seed: number;
  readonly rounds: readonly PlayedRound[];
  readonly heldOut: readonly Checked[];
  /** Share of held-out drafts where a judge who knows only what was learned picks the final text. */
  readonly ranking: number | null;
}

/** What an agent is made from. */
export interface Tools {
  readonly writer: Writer;
  readonly embedder: Embedder;
  readonly user: SimulatedUser;
  /** Another user of the same world, for the control that is given somebody else's preferences. */
  readonly stranger: SimulatedUser;
}

/** How often and how much a user edits texts that they have already made their own. */
export interface UserNoise {
  /** How many texts were shown to them again. */
  readonly texts: number;
  /** Share of these texts that they edited, 0 to 1. */
  readonly edited: number;
  /** Mean over all of these texts. */
  readonly cost: EditCost;
}

/** The users of one seed, and who writes for them. */
export interface World {
  readonly name: string;
  readonly users: readonly SimulatedUser[];
  /** The model that an agent writes and infers with; the same draws for every agent. */
  writer(user: SimulatedUser, agent: string): Writer;
  /**
   * Judges by `guidance` alone which of two texts the user would send; `null` where nobody judges.
   * Asked in both orders by the caller.
   */
  readonly judge:
    | ((guidance: string, first: string, second: string) => Promise<'first' | 'second'>)
    | null;
  /** Who lends their wishes to the control `wrong-user`; the next of `users` where this is absent. */
  stranger?(user: SimulatedUser): SimulatedUser;
  /** The noise floor of users who are played by a model, `null` before they edited anything. */
  userNoise?(): Promise<UserNoise | null>;
  /** What went wrong on the way without ending a run, a sentence each; to be shown with the figures. */
  notes?(): readonly string[];
}

/** Opens a world for one seed. The same seed gives the same world. */
export type OpenWorld = (seed: number) => Promise<World>;
