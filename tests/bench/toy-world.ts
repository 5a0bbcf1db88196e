import type { Checked, Round, SimulatedUser, World } from '../../bench/learning/types.ts';
import type { Embedder, Writer } from '../../src/learning/ports.ts';
import type { Context, ContextVector, Usage } from '../../src/learning/types.ts';

/*
 * A world small enough to know every figure of it: a mail is one sentence and a closing, and all that a
 * user cares about is the closing.
 */

export const oneCall: Usage = { calls: 1, inputTokens: 10, outputTokens: 5 };
const plainClosing = 'Regards';

/** What the toy writer was asked, in order. */
export interface Asked {
  readonly drafts: { guidance: string | null; examples: readonly string[]; notes: string }[];
  readonly infers: string[];
  readonly aggregates: (readonly string[])[];
  readonly verifies: { descriptions: readonly string[]; samples: readonly string[] }[];
}

const closingOf = (text: string): string => text.split('\n').at(-1) ?? '';
const closes = (closing: string): string => `Closes with “${closing}”`;

/** Follows the first closing it is told, else that of the first example; infers closings. */
export function toyWriter(): Writer & { readonly asked: Asked } {
  const asked: Asked = { drafts: [], infers: [], aggregates: [], verifies: [] };
  return {
    id: 'toy',
    asked,
    async draft({ context, guidance, examples }) {
      asked.drafts.push({
        guidance: guidance?.text ?? null,
        examples: examples.map(({ final }) => final),
        notes: context.notes,
      });
      const told = /Closes with “([^”]+)”/u.exec(guidance?.text ?? '')?.[1];
      const shown = examples[0] && closingOf(examples[0].final);
      return { text: `${context.notes}.\n\n${told ?? shown ?? plainClosing}`, usage: oneCall };
    },
    revise: async ({ text }) => ({ text, usage: oneCall }),
    async aggregate(descriptions) {
      asked.aggregates.push([...descriptions]);
      return { text: descriptions[0] ?? '', usage: oneCall };
    },
    async infer({ draft, final }, form) {
      asked.infers.push(form);
      const closing = closingOf(final);
      const description = closes(closing);
      return {
        preferences:
          closing === closingOf(draft)
            ? []
            : [{ facet: 'closing', description, before: closingOf(draft), after: closing }],
        confirmed: [],
        contradicted: [],
        usage: oneCall,
      };
    },
    async verify({ descriptions, samples }) {
      asked.verifies.push({ descriptions, samples: samples.map(({ final }) => final) });
      const scores = descriptions.map(
        (description) =>
          samples.reduce(
            (sum, { final }) => sum + (description === closes(closingOf(final)) ? 2 : -2),
            0,
          ) / samples.length,
      );
      return { scores, usage: oneCall };
    },
  };
}

/** Nearness by who the mail goes to, and nothing else. */
export const byRecipient: Embedder = {
  id: 'by-recipient',
  embed: async (texts) =>
    texts.map((text): ContextVector => {
      const angle = [...(/\S+@\S+/u.exec(text)?.[0] ?? '')].reduce(
        (sum, letter) => sum + (letter.codePointAt(0) ?? 0),
        0,
      );
      return {
        encoder: 'by-recipient',
        values: new Float32Array([Math.cos(angle), Math.sin(angle)]),
      };
    }),
};

function contextTo(address: string, notes: string): Context {
  return {
    task: 'new',
    site: 'mail.example.com',
    recipients: [{ address, name: '' }],
    subject: '',
    incoming: null,
    notes,
    language: 'en',
  };
}

/** A round to this person, in which the user wants this closing. */
export function toyRound(id: string, to: string, closing: string, drifted = false): Round {
  return {
    id,
    context: contextTo(`${to}@${to}.example`, `Mail ${id}`),
    wanted: closes(closing),
    kind: to,
    drifted,
  };
}

const wantedClosing = ({ wanted }: Round): string => /“([^”]+)”/u.exec(wanted ?? '')?.[1] ?? '';

/** Puts their closing under every draft. */
export function toyUser(
  name: string,
  rounds: readonly Round[],
  heldOut: readonly Round[] = [],
): SimulatedUser & { readonly edits: string[] } {
  const edits: string[] = [];
  return {
    name,
    rounds,
    heldOut,
    edits,
    async edit(draft, round) {
      edits.push(round.id);
      const body = draft.split('\n').slice(0, -1).join('\n');
      const usage = { calls: 0, inputTokens: 0, outputTokens: 0 };
      return { final: `${body}\n${wantedClosing(round)}`, usage };
    },
    check(draft, _plain, round): Checked {
      const follows = closingOf(draft) === wantedClosing(round);
      return {
        rules: 1,
        satisfied: Number(follows),
        scoped: 0,
        wrongScope: 0,
        followsDrift: round.drifted ? follows : null,
      };
    },
  };
}

/** Ada closes with “Yours” to Ann and “Cheers” to Bob, Ben with “Bye” to everybody. */
export function toyUsers() {
  const ada = ['ann', 'bob', 'ann', 'bob', 'ann', 'bob', 'ann', 'bob'].map((to, index) =>
    toyRound(`ada-${index + 1}`, to, to === 'ann' ? 'Yours' : 'Cheers'),
  );
  const ben = ada.map((_, index) => toyRound(`ben-${index + 1}`, 'cleo', 'Bye'));
  return [
    toyUser('Ada', ada, [toyRound('ada-h', 'bob', 'Cheers')]),
    toyUser('Ben', ben, [toyRound('ben-h', 'cleo', 'Bye')]),
  ] as const;
}

/** A world of these users; one writer for all, so that a test can see what it was asked. */
export function toyWorld(
  users: readonly SimulatedUser[],
  writer: Writer = toyWriter(),
  more: Partial<World> = {},
): World {
  return { name: 'toy', users, writer: () => writer, judge: null, ...more };
}
