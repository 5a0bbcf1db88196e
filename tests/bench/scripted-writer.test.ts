import { describe, expect, it } from 'vitest';
import { describeWish, readUncounted } from '../../bench/learning/scripted/describe-wish.ts';
import { createSimulatedWriter } from '../../bench/learning/scripted/simulated-writer.ts';
import { isUncounted } from '../../bench/learning/scripted/wish.ts';
import { understand } from '../../src/learning/habits/understand.ts';
import type { Edit, Example, Inferred } from '../../src/learning/ports.ts';
import type { Context, Guidance } from '../../src/learning/types.ts';
import { everyWish, toAnn } from './scripted-drafts.ts';

const writerWith = (obeyError = 0, inferError = 0, seed = 1) =>
  createSimulatedWriter({ seed, obeyError, inferError, name: 'Sam Porter' });
const exact = writerWith();
const context: Context = {
  ...toAnn,
  notes: 'could you sign page 3; it is valid until Friday; please check it',
};
const guidance = (text: string): Guidance => ({ text, preferences: [] });
const written = async (told: string, writer = exact, examples: readonly Example[] = []) =>
  (await writer.draft({ context, guidance: told === '' ? null : guidance(told), examples })).text;
const plain = await written('');
const edit = (final: string, more: Partial<Edit> = {}): Edit => ({
  context,
  draft: plain,
  final,
  guidance: null,
  known: [],
  ...more,
});
const found = async (one: Edit, writer = exact): Promise<string[]> =>
  (await writer.infer(one, 'components')).preferences.map(({ description }) => description);
/** Those that only a model describes; the counted ones are the product's business. */
const uncountedOf = ({ preferences }: Inferred) =>
  preferences.map(({ description }) => readUncounted(description)).filter((wish) => wish !== null);
const known = (...descriptions: string[]) =>
  descriptions.map((description, index) => ({
    id: `p${index}`,
    revision: 1,
    facet: 'other' as const,
    description,
  }));

/** The share of 60 mails, which differ in their notes only, for which `happens` is true. */
async function share(happens: (context: Context) => Promise<boolean>): Promise<number> {
  let count = 0;
  for (let at = 0; at < 60; at++) {
    if (await happens({ ...context, notes: `${context.notes}; file ${at}` })) count++;
  }
  return count / 60;
}

describe('a wish in words', () => {
  it('is read back from each phrasing, and taken for no counted habit', () => {
    for (const wish of everyWish.filter(isUncounted)) {
      for (const phrasing of [0, 1, 2]) {
        const { description } = describeWish(wish, phrasing);
        expect(readUncounted(description)).toEqual(wish);
        const kinds = understand(description).map(({ kind }) => kind);
        expect(
          kinds.filter((kind) => kind !== wish.kind),
          description,
        ).toEqual([]);
      }
    }
  });
});

describe('a simulated draft', () => {
  it('does what it is told, in a list of any form, the first of two', async () => {
    const told = [
      '1. Writes “pls” for “please”; Closes with “Cheers, / Sam”',
      '- Asks questions last',
      'Adds the sentence “No rush on this.” after the matter',
      'Closes with “Best, / S.”',
      'Greets with “Hi <first name>,”',
    ].join('\n');
    expect(await written(told)).toBe(`Hi Ann,

Thank you for your message about “offer”.

It is valid until Friday. Pls check it. Could you sign page 3?

Pls let me know if you have any questions.

No rush on this.

Cheers,
Sam`);
  });

  it('says what was taken for a preference', async () => {
    expect(await written('Mentions that the door code is 1234')).toContain(
      'Please check it. The door code is 1234.',
    );
  });

  it('ignores an instruction as often as it is told to, and all of its wordings', async () => {
    const clumsy = writerWith(0.5);
    const told: Guidance = {
      text: 'Writes “pls” for “please”',
      preferences: [
        { id: 'a', revision: 1, facet: 'wording', description: 'Uses “pls” instead of “please”' },
      ],
    };
    const ignored = await share(async (each) => {
      const { text } = await clumsy.draft({ context: each, guidance: told, examples: [] });
      return text.includes('Please');
    });
    expect(ignored).toBeGreaterThan(0.35);
    expect(ignored).toBeLessThan(0.65);
  });

  it('has the same luck for every agent, and another with another seed', async () => {
    const told =
      'Writes “pls” for “please”\nGreets with “Hi,”\nCloses with “S.”\nAsks questions last';
    expect(await written(told, writerWith(0.5))).toBe(await written(told, writerWith(0.5)));
    const seeds = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => written(told, writerWith(0.5, 0, seed))),
    );
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('imitates the earlier mails, those to the same person first', async () => {
    const bo = { name: 'Bo Holt', address: 'bo@acme.example' };
    const toBo: Context = { ...context, recipients: [bo], incoming: null, task: 'new' };
    const mails: Example[] = [
      { context: toBo, draft: null, final: 'Hey Bo,\n\nIt is done. It is late.\n\nBye,\nSam' },
      {
        context,
        draft: 'Hello Ann,\n\nPlease wait. It is late.\n\nBest regards,\nSam Porter',
        final: "Dear Ann,\n\nPls wait. It's late.\n\nNo rush on this.\n\nRegards,\nS.",
      },
    ];
    expect(await written('', exact, mails)).toBe(`Dear Ann,

Could you sign page 3? It's valid until Friday. Pls check it.

No rush on this.

Regards,
S.`);
  });
});

describe('what is inferred from an edit', () => {
  const final = plain
    .replace('Hello Ann', 'Hi Ann')
    .replaceAll('Please', 'Pls')
    .replace('Could you sign page 3? It is valid until Friday.', 'It is valid until Friday.')
    .replace('Pls check it.', 'Pls check it. Could you sign page 3?')
    .replace('\n\nBest', '\n\nNo rush on this.\n\nBest');

  it('is what can be counted, and what only a model sees', async () => {
    const described = await found(edit(final));
    expect(described).toContain('Greets with “Hi <first name>,”');
    expect(described.map(readUncounted).filter((wish) => wish !== null)).toEqual([
      { kind: 'replace', from: 'please', to: 'pls' },
      { kind: 'line', place: 'closing', text: 'No rush on this.' },
      { kind: 'order', questions: 'last' },
    ]);
  });

  it('is said in several phrasings', async () => {
    const phrasings = new Set<string>();
    await share(async (each) => {
      const [description] = await found({
        ...edit(plain.replaceAll('Please', 'Pls')),
        context: each,
      });
      phrasings.add(description ?? '');
      return true;
    });
    expect(phrasings.size).toBe(3);
  });

  it('is nothing for facts', async () => {
    const facts = plain.replace('Friday', 'Monday').replace('page 3', 'page 5');
    const added = facts.replace('check it.', 'check it. The door code is 1234.');
    expect(await found(edit(added))).toEqual([]);
  });

  it('is wrong as often as it is told to be', async () => {
    const poor = writerWith(0, 0.5);
    const wrong = await share(async (each) => {
      const one = { ...edit(plain.replaceAll('Please', 'Pls')), context: each };
      const read = (await found(one, poor)).map(readUncounted);
      return !read.some((wish) => wish?.kind === 'replace' && wish.to === 'pls');
    });
    expect(wrong).toBeGreaterThan(0.35);
    expect(wrong).toBeLessThan(0.65);
    const mistaken = await share(async (each) => {
      const changed = plain.replace('check it.', 'check it. The door code is 1234.');
      const described = await found({ ...edit(changed), context: each }, poor);
      return described.includes('Mentions that the door code is 1234');
    });
    expect(mistaken).toBeGreaterThan(0.35);
    expect(mistaken).toBeLessThan(0.65);
  });

  it('confirms what is known in whatever words, and repeats none of it', async () => {
    const inferred = await exact.infer(
      edit(plain.replaceAll('Please', 'Pls'), {
        known: known('Asks questions last', 'Prefers “pls” over “please”'),
      }),
      'components',
    );
    expect(uncountedOf(inferred)).toEqual([]);
    expect([inferred.confirmed, inferred.contradicted]).toEqual([['p1'], []]);
  });

  it('contradicts what the edit undoes', async () => {
    const draft = plain
      .replaceAll('Please', 'Pls')
      .replace('check it.', 'check it. The door code is 1234.')
      .replace('\n\nBest', '\n\nNo rush on this.\n\nBest');
    const written = known(
      'Writes “pls” for “please”',
      'Puts “No rush on this.” at the end',
      'Mentions that the door code is 1234',
      'Asks questions last',
    );
    const guidance = { text: 'as known', preferences: written };
    const one = edit(plain, { draft, known: written, guidance });
    const inferred = await exact.infer(one, 'components');
    expect(uncountedOf(inferred)).toEqual([]);
    expect(inferred.contradicted).toEqual(['p0', 'p1', 'p2']);
  });

  it('knows another word for the same word', async () => {
    const draft = plain.replaceAll('Please', 'Pls');
    const written = known('Writes “pls” for “please”');
    const one = edit(plain.replaceAll('Please', 'Kindly'), {
      draft,
      known: written,
      guidance: { text: 'as known', preferences: written },
    });
    const inferred = await exact.infer(one, 'components');
    expect(uncountedOf(inferred)).toEqual([{ kind: 'replace', from: 'please', to: 'kindly' }]);
    expect(inferred.contradicted).toEqual(['p0']);
  });

  it('is one phrase for CIPHER, with the exact words', async () => {
    const { preferences } = await exact.infer(edit(final), 'phrase');
    expect(preferences).toHaveLength(1);
    expect(preferences[0]?.description).toContain('; Greets with “Hi <first name>,”');
  });
});

describe('the rest of a writer', () => {
  it('measures how true descriptions are', async () => {
    const samples = [
      { context, final: 'Hi Ann,\n\nPls wait.\n\nSam' },
      { context, final: 'Hi Ann,\n\nIt is late.\n\nSam' },
    ];
    const descriptions = [
      'Greets with “Hi <first name>,”',
      'Writes “pls” for “please”',
      'Writes “kindly” for “pls”',
      'More concise and informal',
    ];
    const { scores } = await exact.verify({ descriptions, samples });
    expect(scores).toEqual([2, 2, -2, 0]);
    const { scores: flipped } = await writerWith(0, 1).verify({ descriptions, samples });
    expect(flipped).toEqual([0, 0, 0, 0]);
  });

  it('revises no more than was violated', async () => {
    const { text } = await exact.revise({
      context,
      guidance: null,
      examples: [],
      text: plain,
      violated: ['Closes with “Cheers, / Sam”', 'Asks questions last'],
    });
    expect(text).toBe(
      plain
        .replace('Could you sign page 3? It is', 'It is')
        .replace('check it.', 'check it. Could you sign page 3?')
        .replace('Best regards,\nSam Porter', 'Cheers,\nSam'),
    );
  });

  it('counts a call and the tokens of the real prompts', async () => {
    const alone = await exact.draft({ context, guidance: null, examples: [] });
    const told = await exact.draft({
      context,
      guidance: guidance('Writes no greeting'),
      examples: [],
    });
    expect(alone.usage.calls).toBe(1);
    expect(alone.usage.inputTokens).toBeGreaterThan(150);
    expect(told.usage.inputTokens).toBeGreaterThan(alone.usage.inputTokens);
    expect(told.usage.outputTokens).toBeLessThan(alone.usage.outputTokens);
    const { usage } = await exact.infer(edit(plain.replace('Hello', 'Hi')), 'components');
    expect(usage.calls).toBe(1);
    expect(usage.inputTokens).toBeGreaterThan(250);
  });
});
