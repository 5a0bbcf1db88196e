import { nothing, row, type Sender } from './row.ts';
import {
  contextSchema,
  descriptionSchema,
  editCostSchema,
  idSchema,
  originsSchema,
  textSchema,
  traceSchema,
} from './shapes.ts';
import { z } from './zod.ts';

/** A compose box stands in a page of others, or in the practice mailbox of our own. */
const whereWritten: readonly Sender[] = ['content', 'page'];

/** One answer to a question: a preference in its own words. */
const optionSchema = z.strictObject({ preferenceId: idSchema, description: descriptionSchema });

/** What is said where mail is written: from the first look at a compose box to what its mail taught. */
export const writingMessages = {
  /** The stub saw a compose box get the focus: put the core into this frame. */
  'compose.seen': row(['content'], nothing, nothing),
  /** A panel or a note is near: put what draws them into this frame. */
  'panel.wanted': row(['content'], nothing, nothing),
  /** The draft stands in the box; `baseline` is what the box holds now. */
  'draft.inserted': row(
    whereWritten,
    z.strictObject({ episodeId: idSchema, baseline: textSchema, trace: traceSchema }),
    nothing,
  ),
  /** The box with the draft lost the focus, or is left. */
  'draft.left': row(
    whereWritten,
    z.strictObject({ episodeId: idSchema, trace: traceSchema }),
    nothing,
  ),
  /**
   * A box was opened with a text in it: is that one of our drafts? One that was sent and came back in
   * time is open again.
   */
  'draft.recall': row(
    whereWritten,
    z.strictObject({ print: z.string().min(1).max(100) }),
    z.strictObject({
      found: z
        .strictObject({ episodeId: idSchema, baseline: textSchema, isExplained: z.boolean() })
        .nullable(),
    }),
  ),
  /** The message was sent: answered once episode and job are on disk. Idempotent. */
  'episode.finish': row(
    whereWritten,
    z.strictObject({
      episodeId: idSchema,
      final: textSchema,
      outcome: z.enum(['sent', 'scheduled', 'discarded']),
      /** Of the final text. */
      print: z.string().max(100),
      /** How many milliseconds the user can still take it back; it is learned from after that. */
      holdMs: z.number().int().min(0).max(60_000),
      /** What the draft is compared with, where `draft.inserted` did not get through before. */
      baseline: textSchema.nullable(),
      /** `page`: only that the page was left speaks for it, so what came after it is looked at first. */
      proof: z.enum(['box', 'page']),
      /** Of the final text. */
      origins: originsSchema.exactOptional(),
    }),
    z.strictObject({ noted: z.boolean(), cost: editCostSchema.nullable() }),
  ),
  /**
   * What the user says of a preference that their edit has just shown. Refused with `not-found` unless the
   * episode was written on the sender's own site and shows the preference.
   */
  'lesson.answer': row(
    whereWritten,
    z.strictObject({
      episodeId: idSchema,
      preferenceId: idSchema,
      answer: z.enum(['keep', 'person', 'forget']),
    }),
    nothing,
  ),
  /** Takes that answer back; `changed-elsewhere` where the preference was changed since. */
  'lesson.undo': row(
    whereWritten,
    z.strictObject({ episodeId: idSchema, preferenceId: idSchema }),
    nothing,
  ),
  /**
   * The one question worth asking before a draft for this context, which then counts as asked: once a day
   * at most. `null` where nothing is to be asked.
   */
  'question.read': row(
    whereWritten,
    z.strictObject({ context: contextSchema }),
    z.strictObject({ options: z.array(optionSchema).readonly().nullable() }),
  ),
  /** What the user chose for the first recipient of that context. `not-found` where nobody was asked. */
  'question.answer': row(whereWritten, z.strictObject({ preferenceId: idSchema }), nothing),
} as const;
