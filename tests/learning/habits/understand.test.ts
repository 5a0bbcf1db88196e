import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeHabit } from '../../../src/learning/habits/describe.ts';
import type { Habit } from '../../../src/learning/habits/habits.ts';
import { understand } from '../../../src/learning/habits/understand.ts';

const oneLine = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');
const slashed = fc.constantFrom('/', '//', '/M', 'a / b', '/ /', 'x //', '“', '\\”', '; ”;', 'a\\');
const closing = fc
  .array(fc.oneof(oneLine, slashed), { minLength: 1, maxLength: 3 })
  .chain((lines) => fc.constantFrom(lines.join('\n'), lines.join('\n\n')));
const use = fc.boolean();

const habits: fc.Arbitrary<Habit> = fc.oneof(
  fc.record({
    kind: fc.constant('greeting' as const),
    text: fc.option(fc.oneof(oneLine, slashed)),
  }),
  fc.record({ kind: fc.constant('closing' as const), text: fc.option(closing) }),
  fc.record({ kind: fc.constant('length' as const), words: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({
    kind: fc.constantFrom(
      'courtesies',
      'list',
      'contractions',
      'exclamations',
      'hedges',
      'ampersands',
      'dashes',
      'capitals',
    ),
    use,
  }),
  fc.record({
    kind: fc.constant('line' as const),
    place: fc.constantFrom('opening', 'closing'),
    text: fc.oneof(
      oneLine,
      slashed,
      fc.constantFrom('No rush on this.', 'Thank you, <first name>!'),
    ),
  }),
  fc.record({
    kind: fc.constant('courtesies' as const),
    use: fc.constant(true),
    only: fc.constantFrom('opening', 'closing'),
  }),
  fc.record({
    kind: fc.constant('paragraphs' as const),
    shape: fc.constantFrom('one', 'sentence'),
  }),
  fc.constantFrom<Habit>(
    { kind: 'emoji', use: false, example: '' },
    { kind: 'emoji', use: true, example: '🙂' },
    { kind: 'emoji', use: true, example: ';)' },
    { kind: 'emoji', use: true, example: '👩🏽‍🚀' },
  ),
);

describe('what the product writes', () => {
  test('every habit is read back from its own description', () => {
    fc.assert(
      fc.property(habits, (habit) => {
        expect(understand(describeHabit(habit).description)).toEqual([habit]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['\n', '; ', ';\n'])('several habits joined by %j come back in order', (between) => {
    fc.assert(
      fc.property(fc.array(habits, { maxLength: 6 }), (all) => {
        const text = all.map((habit) => describeHabit(habit).description).join(between);
        expect(understand(text)).toEqual(all);
      }),
    );
  });

  test('numbers and bullets in front of a clause do not matter', () => {
    expect(understand('1. Writes no greeting\n2) Uses no emoji\n- Avoids contractions')).toEqual([
      { kind: 'greeting', text: null },
      { kind: 'emoji', use: false, example: '' },
      { kind: 'contractions', use: false },
    ]);
  });
});

describe('what people write', () => {
  const cases: readonly (readonly [string, Habit])[] = [
    ['no exclamation marks', { kind: 'exclamations', use: false }],
    ['Never use exclamation points.', { kind: 'exclamations', use: false }],
    ["don't use “!”", { kind: 'exclamations', use: false }],
    ["sign off with 'Best, Ana'", { kind: 'closing', text: 'Best, Ana' }],
    ['Sign off with "Cheers / Sam"', { kind: 'closing', text: 'Cheers\nSam' }],
    ['End with thanks', { kind: 'closing', text: 'thanks' }],
    ['no sign-off', { kind: 'closing', text: null }],
    ['leave out the closing', { kind: 'closing', text: null }],
    ['start with Hi + first name', { kind: 'greeting', text: 'Hi <first name>,' }],
    ['Greet with "Hi [first name] –"', { kind: 'greeting', text: 'Hi <first name> –' }],
    ['Open with “Dear Dr. <last name>,”', { kind: 'greeting', text: 'Dear Dr. <last name>,' }],
    ['call people by their first name', { kind: 'greeting', text: 'Hello <first name>,' }],
    ['no greeting please', { kind: 'greeting', text: null }],
    ['keep it short', { kind: 'length', words: 40 }],
    ['at most 60 words', { kind: 'length', words: 60 }],
    ['No more than 25 words', { kind: 'length', words: 25 }],
    ['use bullet points', { kind: 'list', use: true }],
    ['Uses dashes as bullets', { kind: 'list', use: true }],
    ['no bullet lists', { kind: 'list', use: false }],
    ["don't use contractions", { kind: 'contractions', use: false }],
    ['spell out contractions', { kind: 'contractions', use: false }],
    ['use contractions', { kind: 'contractions', use: true }],
    ['No emojis', { kind: 'emoji', use: false, example: '' }],
    ['use emoji like 🎉', { kind: 'emoji', use: true, example: '🎉' }],
    ['skip the pleasantries', { kind: 'courtesies', use: false }],
    ['Never write "I hope this finds you well"', { kind: 'courtesies', use: false }],
    ['avoid "just" and "maybe"', { kind: 'hedges', use: false }],
    ['no hedging', { kind: 'hedges', use: false }],
    ['one paragraph', { kind: 'paragraphs', shape: 'one' }],
    ['one sentence per paragraph', { kind: 'paragraphs', shape: 'sentence' }],
    ['use & instead of and', { kind: 'ampersands', use: true }],
    ['Writes "&" for "and"', { kind: 'ampersands', use: true }],
    ['I always use ampersands', { kind: 'ampersands', use: true }],
    ['“&” rather than “und”', { kind: 'ampersands', use: true }],
    ['and instead of &', { kind: 'ampersands', use: false }],
    ['no ampersands', { kind: 'ampersands', use: false }],
    ['Spell out “and”', { kind: 'ampersands', use: false }],
    ['Never use "&"', { kind: 'ampersands', use: false }],
    ['no dashes', { kind: 'dashes', use: false }],
    ['Never uses em dashes.', { kind: 'dashes', use: false }],
    ['commas instead of dashes', { kind: 'dashes', use: false }],
    ['avoid “—”', { kind: 'dashes', use: false }],
    ['uses dashes instead of commas', { kind: 'dashes', use: true }],
    ['Use em dashes to separate clauses', { kind: 'dashes', use: true }],
    ['all lower case', { kind: 'capitals', use: false }],
    ['write everything in lowercase', { kind: 'capitals', use: false }],
    ['small letters only', { kind: 'capitals', use: false }],
    ['no capital letters at the start of sentences', { kind: 'capitals', use: false }],
    ["don't capitalize sentences", { kind: 'capitals', use: false }],
    ['start sentences with a capital letter', { kind: 'capitals', use: true }],
    ['proper capitalization', { kind: 'capitals', use: true }],
    ['end with “No rush.”', { kind: 'line', place: 'closing', text: 'No rush.' }],
    ['Always end mails with "No rush!"', { kind: 'line', place: 'closing', text: 'No rush!' }],
    [
      'Ends with the line “Shout if I can help.”',
      { kind: 'line', place: 'closing', text: 'Shout if I can help.' },
    ],
    [
      'add "Thanks for bearing with me." at the end',
      { kind: 'line', place: 'closing', text: 'Thanks for bearing with me.' },
    ],
    ['Start with "Quick one."', { kind: 'line', place: 'opening', text: 'Quick one.' }],
    [
      'put “Hope you are well!” after the greeting',
      { kind: 'line', place: 'opening', text: 'Hope you are well!' },
    ],
    ['end with "Thanks, Sam"', { kind: 'closing', text: 'Thanks, Sam' }],
    ['End with “Thank you!”', { kind: 'closing', text: 'Thank you!' }],
    ['start with “Hi <first name>!”', { kind: 'greeting', text: 'Hi <first name>!' }],
    ['sign off with “Speak soon.”', { kind: 'closing', text: 'Speak soon.' }],
  ];
  test.each(cases)('%s', (text, habit) => {
    expect(understand(text)).toEqual([habit]);
  });

  test('several clauses', () => {
    expect(
      understand('no emoji; keep it short\nuse bullet points').map(({ kind }) => kind),
    ).toEqual(['emoji', 'length', 'list']);
  });

  test.each([
    '',
    'Never promises a date',
    'Opens with the main point',
    'Ends with a question',
    'Ends with a thank you for the effort',
    'Uses short sentences',
    'Starts with the invoice number',
    'No emoji unless it is a birthday',
    'Uses bullet points only when there are many',
    'Greets with “Hi <first name>,” at work and “Hey” at home',
    'Writes one exclamation mark in the greeting',
    'Avoids "synergy" and "just"',
    'Calls the project “Anchor”',
    'Sign the contract',
    'casual and concise',
    'no all caps',
    'Uses all caps for warnings',
    'Capitalizes product names',
    'lower case in the subject',
    'Writes & signs the contract',
    'Writes “and”',
    'Never end with “No rush.”',
    'I never end with “No rush.”',
    'Ends with “No rush.” when it is late',
    'Add “one more thing” somewhere',
  ])('not understood, so nothing: %s', (text) => {
    expect(understand(text)).toEqual([]);
  });

  test('any text at all is read without trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(understand(text))),
    );
  });
});
