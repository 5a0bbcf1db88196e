import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeHabit } from '../../src/learning/describe.ts';
import type { Habit } from '../../src/learning/habits.ts';
import { understand } from '../../src/learning/understand.ts';

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
    kind: fc.constantFrom('courtesies', 'list', 'contractions', 'exclamations', 'hedges'),
    use,
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
  ])('not understood, so nothing: %s', (text) => {
    expect(understand(text)).toEqual([]);
  });

  test('any text at all is read without trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(understand(text))),
    );
  });
});
