import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { messages } from '../../bench/mailbox/messages.ts';

/** A body to answer, and its subject. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Real mailing-list mail, where it lies beside the project; none of it is part of the project. */
const realMails = '../shared/data/email_reply_pairs.jsonl';
const recordSchema = z.object({ subject: z.string(), incoming: z.string().min(1) });

/** Mails to answer: real ones where they are there, else the practice mailbox's invented ones. */
export function mailsToAnswer(count: number): readonly Mail[] {
  if (!existsSync(realMails)) {
    console.log(`Real mails (${realMails}) are not here; answering the practice mailbox's.`);
    return messages.slice(0, count).map(({ subject, body }) => ({ subject, text: body }));
  }
  const lines = readFileSync(realMails, 'utf8').split('\n').filter(Boolean);
  return lines.slice(0, count).map((line) => {
    const { subject, incoming } = recordSchema.parse(JSON.parse(line));
    return { subject: subject.replace(/^(?:re: ?)+/i, ''), text: incoming };
  });
}
