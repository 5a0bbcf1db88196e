import type { FaultData } from '../learning/fault.ts';
import type { AppliedPreference } from '../learning/types.ts';
import { contextSchema, idSchema } from './shapes.ts';
import { z } from './zod.ts';

/** Name of the port over which one panel asks for drafts. */
export const draftPortName = 'draft';

/** What the panel says. `without`: preferences that the user switched off for this draft. */
export const toBackgroundSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    context: contextSchema,
    without: z.array(idSchema).max(200),
  }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToBackground = z.infer<typeof toBackgroundSchema>;

/**
 * What the background answers: `shaped` first, then `text` pieces, then one of `done` and `fault`.
 * A port that closes without either of them was cut.
 */
export type ToPanel =
  | { readonly type: 'shaped'; readonly preferences: readonly AppliedPreference[] }
  | { readonly type: 'text'; readonly piece: string }
  | { readonly type: 'done'; readonly episodeId: string; readonly text: string }
  | { readonly type: 'fault'; readonly fault: FaultData };

/** What the background tells a tab without being asked. */
export type ToTab =
  | { readonly to: 'tab'; readonly type: 'open-panel' }
  | {
      readonly to: 'tab';
      readonly type: 'learned';
      readonly episodeId: string;
      readonly descriptions: readonly string[];
    }
  /** Answered with the compose box that has or last had the focus, or `null`. */
  | { readonly to: 'tab'; readonly type: 'describe-compose' };
