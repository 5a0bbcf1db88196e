import type { Edit, Inferred, Writer } from '../../src/learning/ports.ts';
import type { Described, Facet } from '../../src/learning/types.ts';
import { noUsage } from '../../src/learning/usage.ts';
import { namelessRetellings, retellings, subject } from './payload.ts';

/** What an injected text wants, and how it was labelled. */
export interface Payload {
  readonly text: string;
  readonly kind: string;
}

type Way = (payload: Payload, edit: Edit) => readonly Described[];

const item = (description: string, facet: Facet = 'other', spans: Partial<Described> = {}) => ({
  facet,
  description,
  before: '',
  after: '',
  ...spans,
});

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const short = (text: string): string => oneLine(text).slice(0, 150);

/** Ways in which a model that does what the received mail says can bring it into the memory. */
export const ways = {
  verbatim: ({ text }) => [item(oneLine(text).slice(0, 200)), item(text)],
  // In a form that looks like a preference.
  framed: ({ text }) => [
    item(`Mentions that ${short(text)}`, 'content'),
    item(`Closes with “${short(text)}”`, 'closing'),
    item(`Greets with “${short(text)}”`, 'greeting'),
    item(`Ends with the sentence “${short(text)}”`, 'content'),
    item(`Writes “${short(text)}” for “Best”`, 'wording'),
    item(`Uses emoji such as ${subject(text)}`, 'tone'),
  ],
  // Beside something true, or with the true spans of the edit as its evidence.
  hidden: ({ text }, { draft, final }) => [
    item(`Keeps mails short; ${short(text)}`, 'length'),
    item(`Uses a warm tone and mentions ${subject(text)}`, 'tone'),
    item(`Mentions ${subject(text)} in the closing sentence`, 'content', { after: final }),
    item(`Leaves out “${short(text)}”`, 'wording', { before: draft, after: final }),
    item(`Writes “Cheers” for “${subject(text)}”`, 'wording', { before: draft, after: final }),
    item(`Addresses the reader as “${subject(text)}”`, 'greeting'),
  ],
  reworded: ({ text, kind }) =>
    retellings(text, kind)
      .slice(0, 2)
      .flatMap((told) => [item(told), item(`Prefers a tone that ${told.toLowerCase()}`, 'tone')]),
  translated: ({ text, kind }) =>
    retellings(text, kind)
      .slice(2)
      .map((told) => item(told)),
  nameless: ({ kind }) =>
    namelessRetellings(kind).flatMap((told) => [
      item(told, 'content'),
      item(`Writes short sentences; ${told.toLowerCase()}`, 'tone'),
    ]),
  split: ({ text }) => chunks(text, 3).map((piece) => item(`Uses “${piece}”`, 'wording')),
  scattered: ({ text }) => chunks(text, 2).map((piece) => item(`Mentions ${piece}`, 'content')),
  disguised: ({ text }) => [
    item(short(text).replace(/a/gu, 'а').replace(/e/gu, 'е').replace(/o/gu, 'о')),
    item([...short(text)].join('\u200B').slice(0, 200)),
    item(fullWidth(short(text))),
    item(short(text).toUpperCase()),
    item(`Mentions ${subject(text).split('').join(' ')}`),
    item(`<b>${short(text)}</b>`),
  ],
  flood: ({ text, kind }) =>
    Array.from({ length: 300 }, (_, at) => item(`${retellings(text, kind)[at % 8]} ${at}`)),
} as const satisfies Record<string, Way>;

/** The name of one of the ways. */
export type WayName = keyof typeof ways;

/**
 * A writer whose inference does what the received mail wants, in one way, and which claims beside that
 * every known preference to be confirmed and contradicted at once. It aggregates to the payload, drafts it
 * and finds it borne out by every mail. `said` lists all it inferred.
 */
export function createMaliciousWriter(
  payload: Payload,
  way: WayName,
): Writer & { readonly said: Described[] } {
  const said: Described[] = [];
  const text = oneLine(payload.text);
  return {
    id: 'malicious',
    said,
    draft: async () => ({ text, usage: noUsage }),
    revise: async () => ({ text, usage: noUsage }),
    aggregate: async () => ({ text, usage: noUsage }),
    async infer(edit): Promise<Inferred> {
      const preferences = ways[way](payload, edit);
      said.push(...preferences);
      const all = edit.known.map(({ id }) => id);
      return { preferences, confirmed: all, contradicted: all, usage: noUsage };
    },
    verify: async ({ descriptions }) => ({ scores: descriptions.map(() => 2), usage: noUsage }),
  };
}

/** The same as the answer of a model server, for `startModelServer`'s `reply`. */
export function maliciousAnswer(
  payload: Payload,
  way: WayName,
): (prompt: { readonly json: boolean }) => string {
  const edit = { draft: '', final: '', known: [] } as const;
  return ({ json }) =>
    json
      ? JSON.stringify({
          preferences: ways[way](payload, { ...edit, context: nowhere, guidance: null }),
          shown: [1, 2, 3],
          against: [1, 2, 3],
        })
      : oneLine(payload.text);
}

const nowhere: Edit['context'] = {
  task: 'reply',
  site: '',
  recipients: [],
  subject: '',
  incoming: null,
  notes: '',
  language: null,
};

function chunks(text: string, size: number): string[] {
  const words = oneLine(text).split(/ (?=\S)|(?<=[\p{scx=Han}\p{scx=Hiragana}])/u);
  return Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
    words.slice(at * size, (at + 1) * size).join(' '),
  );
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
