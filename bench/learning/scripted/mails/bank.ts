import type { Relation } from '../relations.ts';
import { client } from './client.ts';
import { colleague } from './colleague.ts';
import { family } from './family.ts';
import { friend } from './friend.ts';
import { lawyer } from './lawyer.ts';
import { supplier } from './supplier.ts';
import type { MailTemplate } from './template.ts';

/** The mails that simulated users write, by what they have to do with the recipient. */
export const bank: Readonly<Record<Relation, readonly MailTemplate[]>> = {
  colleague,
  client,
  lawyer,
  family,
  friend,
  supplier,
};
