import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionFor } from '../../../src/learning/telling/question.ts';
import type { Preference } from '../../../src/learning/types.ts';
import { clock, context, evidence, preference } from '../world.ts';

const other = { recipient: 'bob@bee.example' } as const;
/** Learned once from an edit of a mail to somebody else; holds everywhere. */
const learned = (description: string, changes: Partial<Preference> = {}): Preference =>
  preference(description, {
    facet: 'greeting',
    evidence: [evidence(`e:${description}`, other)],
    ...changes,
  });
const hi = learned('Greets with “Hi <first name>,”');
const hey = learned('Greets with “Hey <first name>,”');
const ann = { address: 'ann@acme.example', name: 'Ann Lee' };
const here = context({ recipients: [ann] });
const ask = (...candidates: readonly Preference[]) =>
  questionFor({ context: here, candidates }, clock, null);

describe('a question', () => {
  test('is asked where two values of one thing are equally good', () => {
    expect(ask(hi, hey)).toEqual({
      slot: 'greeting',
      options: [hey, hi].map(({ id, description }) => ({ preferenceId: id, description })),
    });
  });

  test('has the surest first, three at most', () => {
    const values = ['A', 'B', 'C', 'D'].map((name, index) =>
      learned(`Greets with “${name}”`, { confidence: 0.5 + index / 100 }),
    );
    const question = ask(...values);
    expect(question?.options.map(({ description }) => description)).toEqual([
      'Greets with “D”',
      'Greets with “C”',
      'Greets with “B”',
    ]);
  });

  test.each<[string, readonly Preference[]]>([
    ['there is one value', [hi]],
    ['they say the same', [hi, learned('Greets with “Hi <first name>,”', { id: 'again' })]],
    [
      'they ask for nearly the same',
      [30, 40].map((words) => learned(`Keeps mails to about ${words} words`, { facet: 'length' })),
    ],
    ['they are about different things', [hi, learned('Closes with “/M”', { facet: 'closing' })]],
    ['one is paused', [hi, { ...hey, status: 'paused' }]],
    ['one is superseded', [hi, { ...hey, status: 'superseded' }]],
    ['one is clearly surer', [{ ...hi, confidence: 0.7 }, hey]],
    ['the user has said', [{ ...hi, origin: 'user' }, hey]],
    [
      'the user has said something third',
      [learned('Greets with “Ahoy”', { origin: 'user' }), hi, hey],
    ],
    [
      'one is meant for this person',
      [hi, { ...hey, scope: { kind: 'recipient', address: ann.address } }],
    ],
    [
      'one is meant for this domain',
      [hi, { ...hey, scope: { kind: 'domain', domain: 'acme.example' } }],
    ],
    [
      'one has held for this person',
      [hi, { ...hey, evidence: [...hey.evidence, evidence('e9', { recipient: ann.address })] }],
    ],
    [
      'this person is written to otherwise',
      [
        { ...hi, evidence: [...hi.evidence, evidence('e8', { recipient: ann.address })] },
        {
          ...hey,
          evidence: [
            ...hey.evidence,
            evidence('e9', { recipient: ann.address, says: 'contradicts' }),
          ],
        },
      ],
    ],
    ['one mail taught both', [hi, { ...hey, evidence: hi.evidence }]],
    ['no edit taught one of them', [hi, { ...hey, evidence: [] }]],
    [
      'nothing in them excludes the other',
      [learned('Is warm'), learned('Is brief')].map((one) => ({ ...one, facet: 'tone' })),
    ],
    ['one says several things', [hi, learned('Greets with “Hey”; closes with “/M”')]],
  ])('is not asked where %s', (_, candidates) => {
    expect(ask(...candidates)).toBeNull();
    expect(ask(...candidates.toReversed())).toBeNull();
  });

  test('is not asked where the answer would not change the draft', () => {
    const nameless = context({ to: 'info@acme.example' });
    const bare = learned('Greets with “Hi,”');
    const asked = (...candidates: readonly Preference[]) =>
      questionFor({ context: nameless, candidates }, clock, null);
    expect(asked(hi, bare)).toBeNull();
    expect(asked(bare, learned('Greets with “Dear <last name>,”'))).toBeNull();
    expect(asked(bare, learned('Writes no greeting'))).not.toBeNull();
  });

  test('is not asked where there is nobody to answer for', () => {
    const candidates = [hi, hey];
    expect(questionFor({ context: context({ to: [] }), candidates }, clock, null)).toBeNull();
  });

  test('holds nothing of the mails', () => {
    const secret = (one: Preference): Preference => ({
      ...one,
      evidence: one.evidence.map((entry) => ({ ...entry, before: 'SECRET', after: 'SECRET' })),
    });
    const question = ask(secret(hi), secret(hey));
    expect(question).not.toBeNull();
    expect(JSON.stringify(question)).not.toMatch(/SECRET|bob@|e:/);
  });

  test('is asked once a day, however often there is occasion, in whatever order', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 36 * 60 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(moments, fc.boolean(), (minutes, turned) => {
        let now = 1_000_000;
        let last: number | null = null;
        const asked: number[] = [];
        for (const wait of minutes) {
          now += wait * 60_000;
          const time = now;
          const candidates = turned ? [hey, hi] : [hi, hey];
          const question = questionFor({ context: here, candidates }, { now: () => time }, last);
          if (question === null) continue;
          expect(question.options[0]?.preferenceId).toBe(hey.id);
          last = now;
          asked.push(now);
        }
        expect(asked.length).toBeGreaterThan(0);
        for (const [index, at] of asked.entries()) {
          expect(at - (asked[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
            86_400_000,
          );
        }
      }),
    );
  });
});
