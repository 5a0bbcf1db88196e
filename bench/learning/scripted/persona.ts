import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { faultsOf } from './persona-faults.ts';
import { relations } from './relations.ts';
import { wishSchema } from './wish.ts';

const share = z.number().min(0).max(1);
const round = z.int().min(0);
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).optional();
const address = z
  .email({ error: 'write a mail address in small letters, such as "ann@acme.example"' })
  .regex(/^[^A-Z]+$/u, { error: 'write the address in small letters' });
const domain = z
  .string()
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, { error: 'write a domain such as "acme.example"' });

const personSchema = z.strictObject({
  /** As it stands in the address book; a title such as `Dr.` comes first. */
  name: z.string().regex(/^\S+(?: \S+)+$/u, { error: 'write a first and a last name' }),
  address,
  /** What the two have to do with each other: which mails they exchange, and a scope of rules. */
  relation: z.enum(relations),
  /** How often they are written to, compared with the others. */
  weight: z.number().positive().default(1),
  /** The round, counted from 0, before which nobody writes to them. */
  from: round.default(0),
});

const newcomersSchema = z.strictObject({
  relation: z.enum(relations),
  /** Where they write from; without it each has a domain that nobody had before. */
  domain: domain.optional(),
  /** Probability that a round goes to somebody who was never written to. */
  rate: share,
  /** How often they are written to from then on, compared with the others. */
  weight: z.number().min(0).default(0.5),
});

const scopeSchema = z.strictObject({
  relations: some(z.enum(relations)),
  domains: some(domain),
  addresses: some(address),
  tasks: some(z.enum(['new', 'reply'])),
  /** Words of the subject, whatever their case. */
  subjects: some(z.string().trim().min(1)),
});

const ruleSchema = z
  .strictObject({
    id: z.string().trim().min(1),
    wish: wishSchema,
    /**
     * Where it holds: every condition that is given, by any of its values; left out, everywhere. Of
     * several rules about the same thing the first that holds wins, so the default comes last.
     */
    where: scopeSchema.default({}),
    /** The first round it holds in. */
    from: round.default(0),
    /** The first round it holds in no more. */
    until: round.optional(),
  })
  .refine(({ from, until }) => until === undefined || from < until, {
    error: '"until" must be a later round than "from"',
  });

const personaSchema = z
  .strictObject({
    /** Short, of small letters, digits and dashes. */
    name: z.string().regex(/^[a-z][a-z0-9-]*$/u, { error: 'use small letters, digits and dashes' }),
    /** One sentence about what is hard with this user. */
    about: z.string().trim().min(1),
    /** The user's own first and last name. */
    user: z.string().regex(/^\S+ \S+$/u, { error: 'write a first and a last name' }),
    people: z.array(personSchema).min(1),
    newcomers: z.array(newcomersSchema).default([]),
    /** Share of the rounds that answer a message; the others begin a conversation. */
    replies: share.default(0.65),
    /** Probability that they change what is against their rules; else it goes out as it is. */
    edits: share.default(1),
    /** Probability that they change or add a fact. */
    facts: share.default(0),
    /** Probability that they send the draft without looking at it. */
    blind: share.default(0),
    rules: z.array(ruleSchema).min(1),
  })
  .superRefine((persona, { addIssue }) => {
    for (const { path, message } of faultsOf(persona)) addIssue({ code: 'custom', path, message });
  });

/** A simulated user as data: whom they write to, what they want, how carefully they look. */
export type Persona = z.infer<typeof personaSchema>;
/** One thing the user wants, where, and in which rounds. */
export type Rule = z.infer<typeof ruleSchema>;
/** Somebody the user writes to. */
export type Person = z.infer<typeof personSchema>;

/**
 * Checks a persona that was parsed from JSON; `source` names it in the error, which says field by field
 * what to change.
 */
export function parsePersona(value: unknown, source: string): Persona {
  const { success, data, error } = personaSchema.safeParse(value);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `${fieldOf(path)}: ${message}`);
  throw new Error(`${source} is no persona. ${faults.join('; ')}.`);
}

/** Reads a persona from a JSON file. Throws an `Error` for people to read. */
export async function readPersona(file: string): Promise<Persona> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`The persona ${file} cannot be read; check the path.`, { cause });
  });
  return parsePersona(parsed(text, file), basename(file));
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

/** `rules[2].wish.text` */
function fieldOf(path: readonly PropertyKey[]): string {
  const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return written.join('').replace(/^\./u, '') || 'the whole';
}
