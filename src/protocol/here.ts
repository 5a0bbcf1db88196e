import { correspondentSchema, idSchema } from './shapes.ts';
import { z } from './zod.ts';

/** What stands in the compose box that has the focus, as far as the popup needs it. */
const composeSchema = z.strictObject({
  site: z.string(),
  recipients: z.array(correspondentSchema).readonly(),
  subject: z.string(),
  /** The page is not as it was when we learned to read it. */
  isChanged: z.boolean(),
});

/** What applies where the user looks. */
export const hereSchema = z.strictObject({
  /** Origin of the active tab; empty where no content script can run. */
  origin: z.string(),
  enabled: z.boolean(),
  compose: composeSchema.nullable(),
  /** Ids of the preferences that hold here. */
  applies: z.array(idSchema).readonly(),
  /** Whether anything is learned, and whether it is from mails to the first recipient. */
  learning: z.strictObject({ all: z.boolean(), recipient: z.boolean() }),
});
