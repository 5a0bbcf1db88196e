import { domainOf } from './evidence/address.ts';
import { cut } from './mail/cut.ts';
import type { Context, Correspondent } from './types.ts';

/** So that a long list of recipients does not drown everything else. */
const maxRecipients = 5;
/** How often the first recipient is named: how somebody writes depends on that person most. */
const firstRecipientWeight = 3;
/** Letters of the message being answered and of the notes: enough for what they are about. */
const maxIncoming = 600;
const maxNotes = 600;

/**
 * What is embedded of a context (φ(x) reads it): task, site, recipients, subject, the message being
 * answered and the notes, never the draft. Recipients come first, for an encoder may read only the
 * beginning, and the first one several times, so that word counts tell people apart too.
 */
export function contextText(context: Context): string {
  const [first, ...others] = context.recipients.slice(0, maxRecipients);
  const lines = [
    ...(first ? Array.from({ length: firstRecipientWeight }, () => line('To', first)) : []),
    ...others.map((other) => line('And to', other)),
    `${context.task} on ${context.site}`,
    context.subject && `Subject: ${context.subject}`,
    context.notes && `Notes: ${cut(context.notes, maxNotes)}`,
    context.incoming && line('From', context.incoming.from),
    context.incoming && cut(context.incoming.text, maxIncoming),
  ];
  return lines.filter((text) => text !== null && text.trim() !== '').join('\n');
}

function line(label: string, { name, address }: Correspondent): string {
  return `${label} ${[name, address, domainOf(address)].filter((part) => part !== '').join(' ')}`;
}
