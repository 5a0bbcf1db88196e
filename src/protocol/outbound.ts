import { z } from './zod.ts';

/** One request that left for a model or for the files of an encoder or a small model, as our pages show it. */
export const outboundSchema = z.strictObject({
  /** Milliseconds since 1970. */
  at: z.number(),
  method: z.string(),
  /** Host and port. */
  host: z.string(),
  path: z.string(),
  purpose: z.enum([
    'draft',
    'revise',
    'aggregate',
    'infer',
    'verify',
    'encoder',
    'generator',
    'models',
  ]),
  /** Of the body, in UTF-8. */
  bytes: z.number(),
  milliseconds: z.number(),
  /** `null` where no answer came. */
  status: z.number().nullable(),
  /** What was sent, identifiers hidden; it may be cut. */
  body: z.string(),
  /** Placeholders of the answer that nothing could be put in for: they stand in the draft. */
  left: z.number(),
});
export type Outbound = z.infer<typeof outboundSchema>;

/** The same before anything is known of its answer's text. */
export const sentRequestSchema = outboundSchema.omit({ left: true });
export type SentRequest = z.infer<typeof sentRequestSchema>;
