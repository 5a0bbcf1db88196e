import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inferHabits } from '../../../src/learning/habits/infer-habits.ts';
import { mailContext } from '../mail-context.ts';

const context = mailContext();
const draft = `Hello Alex,

Thank you for your message about “Offsite”.

I am fine with Friday. The room is booked. We do not need a projector, because the new one that Jo bought is in it.

Please let me know if you have any questions.

Best regards,
Sam Porter`;

const edited = (final: string, from = draft): string[] =>
  inferHabits({ context, draft: from, final }).map(({ description }) => description);

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

  const signs = `Hello Alex,

The pens and cups are here. I am not sure, it is late. The room is booked, but the heating is off.

Best regards,
Sam`;
  const small = signs
    .replace('The pens', 'the pens')
    .replace('I am', 'i am')
    .replace('The room', 'the room');

  test.each([
    [
      'ampersands',
      signs.replace('pens and', 'pens &'),
      'Writes “&” instead of “and”',
      'Writes “and” instead of “&”',
    ],
    [
      'dashes',
      signs.replace('sure, it', 'sure – it'),
      'Uses dashes between clauses',
      'Uses no dashes',
    ],
    [
      'a dash for a word',
      signs.replace('booked, but the', 'booked—the'),
      'Uses dashes between clauses',
      'Uses no dashes',
    ],
    [
      'a dash for a full stop',
      signs.replace('here. I am', 'here - I am'),
      'Uses dashes between clauses',
      'Uses no dashes',
    ],
    [
      'capitals',
      small,
      'Begins sentences with small letters',
      'Begins sentences with capital letters',
    ],
  ])('%s, and back', (_, final, description, opposite) => {
    expect(edited(final, signs)).toEqual([description]);
    expect(edited(signs, final)).toEqual([opposite]);
  });

  test('ampersands between German nouns, which look like names', () => {
    const und = 'Hallo Alex,\n\ndie Stifte und Tassen sind da.\n\nViele Grüße\nSam';
    expect(edited(und.replace('und', '&'), und)).toEqual(['Writes “&” instead of “and”']);
    expect(edited(und, und.replace('und', '&'))).toEqual(['Writes “and” instead of “&”']);
  });

  test('an emoji that stands alone', () => {
    expect(edited(draft.replace('in it.\n\n', 'in it.\n\n🎉\n\n'))).toEqual([
      'Uses emoji such as 🎉',
    ]);
  });

  test('other signs beside other changes', () => {
    const final = small
      .replace('pens and', 'pens &')
      .replace('i am not sure, it', "i'm not sure — it");
    expect(edited(final, signs)).toEqual([
      'Begins sentences with small letters',
      'Uses contractions (“I’m”, “don’t”)',
      'Writes “&” instead of “and”',
      'Uses dashes between clauses',
    ]);
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
    expect(inferHabits({ context, draft, final })).toMatchObject([
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

  const add = (sentence: string): string => draft.replace('booked.', `booked. ${sentence}`);
  test.each([
    ['an exclamation mark', add('Jo has a key, too!')],
    ['emoji', add('Jo brings a cake 🎂')],
    ['a soft word', add('Jo is just round the corner.')],
    ['doubt', add('Maybe Jo has a key, I think.')],
    ['“&”', add('Jo has pens & cups.')],
    ['a dash', add('Jo has a key – it is the red one.')],
    ['a dash and what it adds', draft.replace('booked.', 'booked – Jo has the only key.')],
    ['a small letter', add('bring pens.')],
    ['the name of a firm', draft.replace('The room', 'The room of Smith & Co')],
    [
      'a firm’s name put right',
      draft.replace('Jo', 'Smith & Co'),
      draft.replace('Jo', 'Smith and Co'),
    ],
    ['a title put right', draft.replace('“Offsite”', '“Pens & cups”')],
    ['a range', draft.replace('Friday', 'Friday 10 – 12')],
  ])('what an addition brings along: %s', (_, final, from = draft) => {
    expect(edited(final, from)).toEqual([]);
    // Taking it out again is no habit either.
    expect(edited(from, final)).toEqual([]);
  });

  test.each([
    ['contractions', 'The room is booked.', "It's nice and it's near, we'll see."],
    ['capitals', 'The room is booked.', 'see https://acme.example/room'],
    ['“&”', 'The room is booked and clean.', 'Bring a mug & a spoon.'],
    ['a dash', 'The room is booked.', 'Bring a mug – no tea.'],
    ['an exclamation mark', 'The room is booked.', 'Call Jo before ten!'],
  ])('one sentence for another: %s', (_, one, other) => {
    const from = draft.replace('The room is booked.', one);
    expect(edited(from.replace(one, other), from)).toEqual([]);
    expect(edited(from, from.replace(one, other))).toEqual([]);
  });

  test('a small letter where one sentence became two', () => {
    const one = 'Hello Alex,\n\nJo has pens, cups and mugs are here too.\n\nBest,\nSam';
    expect(edited(one.replace('pens, cups', 'pens. cups'), one)).toEqual([]);
  });

  test('a doubt that was settled', () => {
    expect(edited(draft, draft.replace('The room is', 'Maybe the room is'))).toEqual([]);
  });

  test('a list beside the same prose, and prose instead of a list', () => {
    const more = '\n\n- 12 pens\n- 3 cups\n\nPlease';
    const final = draft.replace('\n\nPlease', more);
    expect(edited(final)).toEqual([]);
    expect(edited(draft, final)).toEqual([]);
  });

  test('a paragraph that was replaced makes no shape', () => {
    const two =
      'Hello Alex,\n\nThe room is booked. Jo has a key.\n\nWe start at ten.\n\nBest,\nSam';
    const one = two.replace('\n\nWe start at ten.', ' Lunch comes later.');
    expect(edited(one, two)).toEqual([]);
    const three = two.replace(' Jo has a key.', '').replace('ten.', 'ten.\n\nLunch comes later.');
    expect(edited(three, two)).toEqual([]);
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

test('any two texts can be compared', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(inferHabits({ context, draft: one, final: other }).length).toBeLessThanOrEqual(6);
      expect(inferHabits({ context, draft: one, final: one })).toEqual([]);
    }),
  );
});
