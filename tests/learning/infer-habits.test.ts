import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { habitDifference, inferHabits } from '../../src/learning/infer-habits.ts';
import { mailContext } from './mail-context.ts';

const context = mailContext();
const draft = `Hello Alex,

Thank you for your message about “Offsite”.

I am fine with Friday. The room is booked. We do not need a projector, because the new one that Jo bought is in it.

Please let me know if you have any questions.

Best regards,
Sam Porter`;

const edited = (final: string, from = draft): string[] =>
  inferHabits({ context, draft: from, final, guidance: null }).map(
    ({ description }) => description,
  );

describe('what the user changed is described, and only that', () => {
  test('nothing changed', () => {
    expect(edited(draft)).toEqual([]);
  });

  test.each([
    ['greeting', draft.replace('Hello Alex', 'Hi Alex'), 'Greets with “Hi <first name>,”'],
    ['no greeting', draft.replace('Hello Alex,\n\n', ''), 'Writes no greeting'],
    [
      'closing',
      draft.replace('Best regards,\nSam Porter', 'Cheers\nSam'),
      'Closes with “Cheers / Sam”',
    ],
    ['closing with a slash', draft.replace('Best regards,\nSam Porter', '/S'), 'Closes with “/S”'],
    ['no closing', draft.replace('\n\nBest regards,\nSam Porter', ''), 'Writes no closing'],
    [
      'courtesies',
      draft
        .replace('Thank you for your message about “Offsite”.\n\n', '')
        .replace('Please let me know if you have any questions.\n\n', ''),
      'Leaves out courtesies such as “Thank you for your message”',
    ],
    [
      'the last courtesy',
      draft.replace('Please let me know if you have any questions.\n\n', ''),
      'Begins with a courtesy such as “Thank you for your message” and ends without one',
    ],
    [
      'list',
      draft
        .replace('I am fine', '- I am fine')
        .replace(' The room', '\n- The room')
        .replace(' We do', '\n- We do'),
      'Puts several points in a bulleted list',
    ],
    [
      'contractions',
      draft.replace('I am', "I'm").replace('do not', "don't"),
      'Uses contractions (“I’m”, “don’t”)',
    ],
    [
      'exclamation mark',
      draft.replace('Friday.', 'Friday!'),
      'Ends on an exclamation mark where it is friendly',
    ],
    ['emoji', draft.replace('Friday.', 'Friday. 🎉'), 'Uses emoji such as 🎉'],
    [
      'hedge',
      draft.replace('The room is', 'The room is just'),
      'Softens with hedges such as “just” and “perhaps”',
    ],
  ])('%s', (_, final, description) => {
    expect(edited(final)).toEqual([description]);
    // What was added is taken out again by the opposite edit, and that is noticed too.
    expect(edited(draft, final)).toHaveLength(1);
  });

  test('paragraphs', () => {
    const joined = draft.replace('”.\n\n', '”. ').replace('in it.\n\n', 'in it. ');
    const split = draft.replace('Friday. ', 'Friday.\n\n').replace('booked. ', 'booked.\n\n');
    expect(edited(joined)).toEqual(['Writes one paragraph']);
    expect(edited(split)).toEqual(['Gives every sentence its own paragraph']);
  });

  test('shorter', () => {
    const short = draft.replace(
      'The room is booked. We do not need a projector, because the new one that Jo bought is in it.',
      '',
    );
    expect(edited(short)).toEqual(['Keeps mails to about 20 words']);
  });

  test('the lines concerned are kept as evidence', () => {
    const final = draft.replace('Hello Alex', 'Hi Alex').replace('I am', "I'm");
    expect(inferHabits({ context, draft, final, guidance: null })).toMatchObject([
      { facet: 'greeting', before: 'Hello Alex,', after: 'Hi Alex,' },
      { facet: 'wording', before: 'I am fine with Friday.', after: "I'm fine with Friday." },
    ]);
  });
});

describe('what is said is no habit', () => {
  test.each([
    ['a date', draft.replace('Friday', 'Monday 3 June')],
    [
      'a sentence more',
      draft.replace('booked.', 'booked. It has a window, and the heating was mended last week.'),
    ],
    ['a sentence less', draft.replace(' The room is booked.', '')],
    ['a contraction in an added sentence', draft.replace('booked.', "booked. It's nice.")],
    ['doubt', draft.replace('The room is', 'Maybe the room is')],
    ['a courtesy gone is not a shorter mail', draft],
    ['everything deleted', ''],
  ])('%s', (_, final) => {
    expect(edited(final)).toEqual([]);
  });

  test('a list that was added is something said', () => {
    const one = 'Hello Alex,\n\nBring these.\n\nBest regards,\nSam';
    expect(edited(one.replace('these.', 'these:\n- a pen\n- a cup'), one)).toEqual([]);
  });

  test('an address or number under the name is no sign-off', () => {
    expect(
      edited(draft.replace('Sam Porter', 'Sam Porter\nsam@northbank.example')),
    ).not.toContainEqual(expect.stringContaining('@'));
  });
});

test('at most six habits, greeting and closing first', () => {
  const final = `Hi Alex!

- I'm just fine with Friday! 🎉
- The room is booked.
- We don't need a projector.

Cheers
Sam`;
  const found = edited(final);
  expect(found).toHaveLength(6);
  expect(found.slice(0, 2)).toEqual([
    'Greets with “Hi <first name>!”',
    'Closes with “Cheers / Sam”',
  ]);
});

test('counted lines for a prompt', () => {
  expect(habitDifference(draft, draft, context)).toEqual([]);
  expect(habitDifference(draft, 'Hi Alex,\n\nFriday! 🎉\n\nCheers\nSam', context)).toEqual([
    'greeting: “Hello <first name>,” → “Hi <first name>,”',
    'closing: “Best regards, / Sam Porter” → “Cheers / Sam”',
    'words: 41 → 1',
    'sentences: 5 → 1',
    'paragraphs: 3 → 1',
    'courtesies: 2 → 0',
    'exclamation marks: 0 → 1',
    'emoji: 0 → 1 (🎉)',
  ]);
});

test('any two texts can be compared', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(
        inferHabits({ context, draft: one, final: other, guidance: null }).length,
      ).toBeLessThanOrEqual(6);
      expect(inferHabits({ context, draft: one, final: one, guidance: null })).toEqual([]);
    }),
  );
});
