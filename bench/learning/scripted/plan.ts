import { domainOf } from '../../../src/learning/evidence/address.ts';
import { draw, pick } from './draw.ts';
import { bank } from './mails/bank.ts';
import { filled } from './mails/fill.ts';
import type { MailTemplate } from './mails/template.ts';
import { invented, weighted, whoseTurn } from './people.ts';
import type { Person, Persona } from './persona.ts';
import type { Situation } from './wishes-here.ts';

/** A mail that a user is going to write. */
export interface PlannedRound {
  readonly id: string;
  readonly situation: Situation;
}

/** What a user has to write in one seed: `rounds` mails to learn from, and twelve to be judged by. */
export interface Plan {
  readonly rounds: readonly PlannedRound[];
  readonly heldOut: readonly PlannedRound[];
}

const heldOutRounds = 12;

/**
 * Plans the mails of a persona; the same for the same seed. Held out are, in turn, mails to people who
 * were written to, to new people in their domains and to people in new domains, all after the last
 * round.
 */
export function plan(persona: Persona, seed: number, rounds: number): Plan {
  const name = `${persona.name}/${seed}`;
  const used = new Map<MailTemplate, number>();
  const said = new Set<string>();
  let met: readonly Person[] = persona.people.filter(({ from }) => from === 0);
  const mailTo = (person: Person, at: number, id: string): PlannedRound => {
    const isReply = draw(id, 'reply') < persona.replies;
    const template = leastUsed(person, isReply, used, id);
    return { id, situation: situation(person, unheard(template, id, said), at) };
  };
  const planned = Array.from({ length: rounds }, (_, at) => {
    const id = `${name}/${at}`;
    const turn = whoseTurn(persona, met, at, id);
    met = turn.met;
    return mailTo(turn.person, at, id);
  });
  const heldOut = Array.from({ length: heldOutRounds }, (_, index) => {
    const id = `${name}/held-out-${index}`;
    const known = weighted(met, id);
    const domain = index % 3 === 1 ? domainOf(known.address) : undefined;
    const person =
      index % 3 === 0
        ? known
        : invented(
            { relation: known.relation, domain, weight: 0 },
            [...met, ...persona.people],
            id,
          );
    return mailTo(person, rounds, id);
  });
  return { rounds: planned, heldOut };
}

/** No mail is written a second time before all of its kind were. */
function leastUsed(
  { relation }: Person,
  isReply: boolean,
  used: Map<MailTemplate, number>,
  key: string,
): MailTemplate {
  const fitting = bank[relation].filter(({ incoming }) => (incoming !== null) === isReply);
  const least = Math.min(...fitting.map((template) => used.get(template) ?? 0));
  const chosen = pick(
    fitting.filter((template) => (used.get(template) ?? 0) === least),
    key,
    'template',
  );
  used.set(chosen, least + 1);
  return chosen;
}

/** A template has only so many blanks; after this many attempts a mail may repeat another. */
const attempts = 50;

/** The template filled as it was not before. */
function unheard(template: MailTemplate, id: string, said: Set<string>): MailTemplate {
  for (let attempt = 0; ; attempt++) {
    const mail = filled(template, `${id}/${attempt}`);
    if (said.has(mail.notes) && attempt < attempts) continue;
    said.add(mail.notes);
    return mail;
  }
}

function situation(
  { name, address, relation }: Person,
  { subject, incoming, notes }: MailTemplate,
  at: number,
): Situation {
  const recipient = { name, address };
  const signature = name.split(' ').at(-2) ?? name;
  return {
    context: {
      task: incoming === null ? 'new' : 'reply',
      site: 'mail.example.com',
      recipients: [recipient],
      subject,
      incoming: incoming === null ? null : { from: recipient, text: `${incoming}\n\n${signature}` },
      notes,
      language: 'en',
    },
    relation,
    at,
  };
}
