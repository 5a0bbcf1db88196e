import { z } from 'zod';

const sentMailSchema = z.strictObject({
  to: z.string().trim().min(1),
  subject: z.string(),
  text: z.string(),
  /** `null` for a mail that was written as plain text. */
  html: z.string().nullable(),
});

/** A mail as the practice mailbox took it, signature and quote included. */
export type SentMail = z.infer<typeof sentMailSchema>;

/** Reads what the page posted; `null` when that is no mail. */
export function readSentMail(posted: string): SentMail | null {
  try {
    return sentMailSchema.safeParse(JSON.parse(posted)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
