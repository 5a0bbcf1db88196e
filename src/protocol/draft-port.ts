import type { FaultData } from '../learning/fault.ts';
import { type AppliedPreference, type Scope, tones } from '../learning/types.ts';
import { contextSchema, idSchema, textSchema } from './shapes.ts';
import { z } from './zod.ts';

/** Name of the port over which one panel asks for drafts. */
export const draftPortName = 'draft';

/**
 * `draft`: one, from the notes; `isWhole`: with all that was learned, also where drafts are compared. `several`: some to choose from. `rework`: the text as it stands, written
 * anew or in another tone.
 */
const howSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), isWhole: z.literal(true).exactOptional() }),
  z.strictObject({ kind: z.literal('several') }),
  z.strictObject({
    kind: z.literal('rework'),
    text: textSchema,
    tone: z.enum(tones).nullable(),
  }),
]);
export type How = z.infer<typeof howSchema>;

/** What the panel says. `without`: preferences that the user switched off for this draft. */
export const toBackgroundSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    context: contextSchema,
    without: z.array(idSchema).max(200),
    how: howSchema,
  }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToBackground = z.infer<typeof toBackgroundSchema>;

/** A preference that shapes a draft, and where it comes from. */
export interface ShapingPreference extends AppliedPreference {
  /** How many mails it was learned from; 0 for the user's own word. */
  readonly mails: number;
  readonly scope: Scope;
}

/** A finished draft; `episodeId` is its name in the memory. */
export interface Draft {
  readonly episodeId: string;
  readonly text: string;
  /** Addresses, links and numbers of the text that nobody gave; see `unfounded`. */
  readonly flagged: readonly string[];
}

/**
 * What the background answers: `shaped` first, then `text` pieces, then one of `done` and `fault`.
 * A port that closes without either of them was cut.
 */
export type ToPanel =
  | {
      readonly type: 'shaped';
      readonly preferences: readonly ShapingPreference[];
      /** Those that hold here are left out, for comparison. */
      readonly isHeldOut: boolean;
    }
  | { readonly type: 'text'; readonly piece: string }
  /** The best first; there is always one. */
  | { readonly type: 'done'; readonly drafts: readonly Draft[] }
  | { readonly type: 'fault'; readonly fault: FaultData };

/** One preference that an edit showed, as the person who made the edit is told of it. */
export interface Lesson {
  readonly id: string;
  readonly description: string;
  /** Whether it reaches more people than the one the mail went to. */
  readonly reachesOthers: boolean;
}

/** What the background tells a tab without being asked. */
export type ToTab =
  | { readonly to: 'tab'; readonly type: 'open-panel' }
  | {
      readonly to: 'tab';
      readonly type: 'learned';
      readonly episodeId: string;
      /** Whom the mail went to first, by name or address; empty where the page named nobody. */
      readonly person: string;
      readonly lessons: readonly Lesson[];
      /** The keys that lead to the answers; empty where they were taken away. */
      readonly keys: string;
    }
  /** Answered with the compose box that has or last had the focus, or `null`. */
  | { readonly to: 'tab'; readonly type: 'describe-compose' };
