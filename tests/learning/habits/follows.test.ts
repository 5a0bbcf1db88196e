import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeHabit } from '../../../src/learning/habits/describe.ts';
import { follows } from '../../../src/learning/habits/follows.ts';
import type { Habit } from '../../../src/learning/habits/habits.ts';
import { measure } from '../../../src/learning/mail/measure.ts';
import type { Context } from '../../../src/learning/types.ts';
import { createBuiltinWriter } from '../../../src/models/builtin/builtin-writer.ts';
import { mailContext, writingTo } from '../mail-context.ts';

const does = (habit: Habit, text: string, context: Context = mailContext()): boolean | null =>
  follows(habit, measure(text, context), context);
const mail = (body: string): string => `Hello Alex,\n\n${body}\n\nBest,\nSam`;

const greeting = (text: string | null): Habit => ({ kind: 'greeting', text });
const use = (
  kind:
    | 'courtesies'
    | 'list'
    | 'contractions'
    | 'exclamations'
    | 'hedges'
    | 'ampersands'
    | 'dashes'
    | 'capitals',
): Habit => ({ kind, use: true });
const not = (kind: Parameters<typeof use>[0]): Habit => ({ kind, use: false });

describe('greeting and closing', () => {
  const text = mail('Yes.');
  test.each([
    [greeting('Hello <first name>,'), true],
    [greeting('hello <first name>,'), false],
    [greeting(null), false],
    [{ kind: 'closing', text: 'Best,\nSam' }, true],
    [{ kind: 'closing', text: 'Best,' }, false],
    [{ kind: 'closing', text: null }, false],
  ] as const)('%j: %s', (habit, expected) => {
    expect(does(habit, text)).toBe(expected);
  });

  test('without them', () => {
    expect(does(greeting(null), 'Yes.')).toBe(true);
    expect(does({ kind: 'closing', text: null }, 'Yes.')).toBe(true);
  });

  test('a name that stands for another part of it is the same name', () => {
    const nora = writingTo('Nora');
    expect(does(greeting('Dear <last name>,'), 'Dear Nora,\n\nYes.', nora)).toBe(true);
    expect(does(greeting('Dear <last name>,'), 'Dear Lea,\n\nYes.', nora)).toBe(false);
  });

  test('nobody knows the name', () => {
    expect(does(greeting('Dear <last name>,'), 'Hello,\n\nYes.', writingTo(''))).toBeNull();
  });
});

describe('body', () => {
  const cases: readonly (readonly [Habit, string, boolean | null])[] = [
    [{ kind: 'length', words: 4 }, 'One two three four five.', true],
    [{ kind: 'length', words: 4 }, 'One two three four five six.', false],
    [not('courtesies'), 'Yes.', true],
    [not('courtesies'), 'Thank you for your message. Yes.', false],
    [use('courtesies'), 'Yes.', false],
    [use('courtesies'), 'Thank you for your message. Yes.', true],
    [{ kind: 'courtesies', use: true, only: 'closing' }, 'Thank you for your message. Yes.', false],
    [{ kind: 'courtesies', use: true, only: 'opening' }, 'Thank you for your message. Yes.', true],
    [use('list'), '- one\n- two', true],
    [use('list'), 'It is one. It is two.', false],
    [not('list'), '- one\n- two', false],
    [not('list'), 'It is one. It is two.', true],
    [use('list'), 'Thank you for your message. It is one.', null],
    [{ kind: 'paragraphs', shape: 'one' }, 'It is one. It is two.', true],
    [{ kind: 'paragraphs', shape: 'one' }, 'It is one.\n\nIt is two.', false],
    [{ kind: 'paragraphs', shape: 'sentence' }, 'It is one.\n\nIt is two.', true],
    [{ kind: 'paragraphs', shape: 'sentence' }, 'It is one. It is two.', false],
    [{ kind: 'paragraphs', shape: 'one' }, 'It is one.', null],
    [{ kind: 'paragraphs', shape: 'one' }, 'It is one:\n- two\n- three', null],
    [use('contractions'), "It's late.", true],
    [use('contractions'), 'It is late.', false],
    [not('contractions'), "It's late and it is dark.", false],
    [not('contractions'), 'It is late.', true],
    [not('contractions'), 'Late again.', null],
    [use('exclamations'), 'Yes!', true],
    [use('exclamations'), 'Yes.', false],
    [not('exclamations'), 'Yes!', false],
    [not('exclamations'), 'Yes.', true],
    [{ kind: 'emoji', use: true, example: '🙂' }, 'Yes 🎉', true],
    [{ kind: 'emoji', use: true, example: '🙂' }, 'Yes.', false],
    [{ kind: 'emoji', use: false, example: '' }, 'Yes 🎉', false],
    [{ kind: 'emoji', use: false, example: '' }, 'Yes.', true],
    [use('hedges'), 'It is just late.', true],
    [use('hedges'), 'It is late.', false],
    [not('hedges'), 'It is just late.', false],
    [not('hedges'), 'It is late.', true],
    [use('ampersands'), 'Pens & many cups.', true],
    [use('ampersands'), 'Pens & many cups and paper.', false],
    [not('ampersands'), 'Pens & many cups and paper.', false],
    [not('ampersands'), 'Pens and cups of Smith & Co.', true],
    [use('ampersands'), 'Pens of Smith & Co.', null],
    [use('dashes'), 'It is late – we go.', true],
    [use('dashes'), 'It is late, we go.', false],
    [use('dashes'), 'It is late.', null],
    [not('dashes'), 'It is late – we go.', false],
    [not('dashes'), 'It is late from 10 – 12.', true],
    [not('capitals'), 'it is late. I know. Jo too.', true],
    [not('capitals'), 'it is late. The room is closed.', false],
    [use('capitals'), 'It is late. the room is closed.', false],
    [use('capitals'), 'It is late. I know.', true],
    [not('capitals'), 'Jo knows.', null],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'It is late. No rush.', true],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'It is late.\n\nNo rush.', true],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'No rush. It is late.', false],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'It is late. No rush, Jo.', false],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'Late. No rush. Call me.', false],
    [{ kind: 'line', place: 'closing', text: 'No rush.' }, 'It is late. Really no rush.', false],
    [
      { kind: 'line', place: 'closing', text: 'No rush.' },
      'Late.\n\nNo rush.\n\nPlease let me know if you have any questions.',
      true,
    ],
    [
      { kind: 'line', place: 'closing', text: 'Have a great day!' },
      'It is late. Have a great day!',
      true,
    ],
    [{ kind: 'line', place: 'opening', text: 'Quick one.' }, 'Quick one. It is late.', true],
    [{ kind: 'line', place: 'opening', text: 'Quick one.' }, 'It is late. Quick one.', false],
    [{ kind: 'line', place: 'opening', text: 'Quick one' }, 'Quick oneness is late.', false],
  ];
  test.each(cases)('%j in %j: %s', (habit, body, expected) => {
    expect(does(habit, mail(body))).toBe(expected);
  });
});

const notes = [
  'the room is booked',
  "i'm not sure about it, it is late",
  'ask for the invoice and the slides',
  'ask whether he has the keys',
  'thanks for the cake!',
  'It just works 🎉',
  'we wait – Jo & Anna are late & the heating is off',
  'Smith & Co will join',
  'she said “it’s fun & easy – maybe!”',
  'slides are done; Jo knows',
  "can't make it on thursday",
];
const contexts: fc.Arbitrary<Context> = fc
  .record({
    // The first gives an occasion for every habit.
    notes: fc.shuffledSubarray(notes.slice(1)).map((more) => [notes[0], ...more].join('\n')),
    name: fc.constantFrom('Alex Kim', 'Nora', '', 'Dr. Maria Rivera', 'Halden Print GmbH'),
    isReply: fc.boolean(),
  })
  .map(({ name, isReply, ...rest }) => {
    const person = { name, address: 'x@acme.example' };
    const incoming = isReply ? { from: person, text: 'Hello' } : null;
    return mailContext({
      ...rest,
      task: isReply ? 'reply' : 'new',
      recipients: [person],
      incoming,
    });
  });
const yesNo = fc.boolean();
const habits: fc.Arbitrary<Habit> = fc.oneof(
  fc
    .constantFrom(null, 'Hi <first name>,', 'Dear <last name>:', 'Hey <name>!', 'Team,')
    .map(greeting),
  fc
    .constantFrom(null, 'Cheers,\nSam', '/S', 'Thanks! 🙂\nS.')
    .map((text): Habit => ({ kind: 'closing', text })),
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
    use: yesNo,
  }),
  fc.constantFrom<Habit>(
    { kind: 'length', words: 200 },
    { kind: 'courtesies', use: true, only: 'opening' },
    { kind: 'courtesies', use: true, only: 'closing' },
    { kind: 'paragraphs', shape: 'one' },
    { kind: 'paragraphs', shape: 'sentence' },
    { kind: 'emoji', use: false, example: '' },
    { kind: 'emoji', use: true, example: '🙂' },
  ),
  fc.record({
    kind: fc.constant('line' as const),
    place: fc.constantFrom('opening', 'closing'),
    text: fc.constantFrom(
      'No rush on this.',
      'Have a great day!',
      'take your time – really & truly',
      'Hope all is well. I mean it.',
      'The room is booked.',
    ),
  }),
);

test('what the built-in writer writes by a habit follows that habit', async () => {
  const writer = createBuiltinWriter({ name: 'Sam Porter' });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(contexts, habits, async (context, habit) => {
      const text = describeHabit(habit).description;
      const written = await writer.draft({
        context,
        guidance: { text, preferences: [] },
        examples: [],
      });
      const told = does(habit, written.text, context);
      expect({ text: written.text, told }).not.toMatchObject({ told: false });
      if (told) seen.add(habit.kind);
    }),
    { numRuns: 250 },
  );
  // It would be easy to give no occasion.
  expect(seen.size).toBe(14);
});
