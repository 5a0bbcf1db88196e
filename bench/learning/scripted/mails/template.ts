/**
 * A mail to be written, with blanks in braces that `fill.ts` knows: `{day}`, `{date}`,
 * `{time}`, `{n}` (2 to 9), `{big}` (a longer number), `{who}` (a first name), `{place}` (a town).
 */
export interface MailTemplate {
  readonly subject: string;
  /** What is answered; `null` for the first mail of a conversation. */
  readonly incoming: string | null;
  /** What the user types to have it written: shorthand, points separated by `;`. */
  readonly notes: string;
}

/** A message and what the user wants to answer. */
export const reply = (subject: string, incoming: string, notes: string): MailTemplate => ({
  subject: `Re: ${subject}`,
  incoming,
  notes,
});

/** A conversation that the user begins. */
export const fresh = (subject: string, notes: string): MailTemplate => ({
  subject,
  incoming: null,
  notes,
});
