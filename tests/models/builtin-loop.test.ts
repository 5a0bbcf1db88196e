import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeHabit } from '../../src/learning/habits/describe.ts';
import type { Habit } from '../../src/learning/habits/habits.ts';
import { measure } from '../../src/learning/mail/measure.ts';
import { addressee } from '../../src/learning/mail/names.ts';
import type { Context, Guidance } from '../../src/learning/types.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';
import { mailContext } from '../learning/mail-context.ts';

const names = [
  'Alex Kim',
  'Nora',
  'Dr. Maria Rivera',
  'Rivera, Maria',
  'Seán O’Neil',
  "Jean-Luc D'Arc",
  'Zoë 🌸 Müller',
  'أحمد علي',
  'דנה כהן',
  '山田 太郎',
  '김민준',
  'Hi Dear',
  'Best Love',
  '$& $1',
  'Halden Print GmbH',
  '',
];
const notes = [
  'I am fine with Friday',
  "i'm not sure, it is late",
  'the room is booked!',
  'ask for the invoice',
  'ask whether he has the keys',
  'thanks for the cake',
  "can't make it on thursday",
  'see https://example.com/slides',
  'It just works 🎉',
  'decline the invitation',
  'Dr. Smith will join',
  'slides 1 to 6 are done',
  'we have paid. it will not happen again',
  'please do not change the password',
  'pens and cups & plates of Smith & Co are missing',
  'the heating is off, but it is warm',
  'the lift is broken – take the stairs',
];
const finished = (note: string): string => (/[.!]$/u.test(note) ? note : `${note}.`);

const contexts: fc.Arbitrary<Context> = fc
  .record({
    name: fc.constantFrom(...names),
    address: fc.constantFrom('a@acme.example', 'jo.lee@acme.example', 'info@acme.example', ''),
    notes: fc.array(fc.constantFrom(...notes), { maxLength: 5 }),
    subject: fc.constantFrom('Re: Offsite', '', 'Invoice 12', 'WIN! 🎉', 'a $& b'),
    reply: fc.boolean(),
    between: fc.constantFrom('\n', '; ', ' '),
  })
  .map(({ name, address, subject, reply, between, ...rest }) => {
    const person = { name, address };
    return mailContext({
      task: reply ? 'reply' : 'new',
      recipients: [person],
      subject,
      incoming: reply ? { from: person, text: 'Hello' } : null,
      notes:
        rest.notes.map((note) => (between === ' ' ? finished(note) : note)).join(between) ||
        (reply ? '' : 'yes'),
    });
  });

const use = fc.boolean();
const habit: fc.Arbitrary<Habit> = fc.oneof(
  fc.record({
    kind: fc.constant('greeting' as const),
    text: fc.constantFrom(
      null,
      'Hi <first name>,',
      'Dear Dr. <last name>,',
      'Hey <name> –',
      'Hi all,',
      'Team,',
    ),
  }),
  fc.record({
    kind: fc.constant('closing' as const),
    text: fc.constantFrom(
      null,
      'Cheers,\nSam',
      '/S',
      'LG, Sam',
      'Sam',
      'Best,\n\nSam Porter\nSlides',
      'Yours in haste,\nSam',
      'Thanks! 🙂\nS.',
    ),
  }),
  fc.record({ kind: fc.constant('length' as const), words: fc.integer({ min: 1, max: 80 }) }),
  fc.constantFrom<Habit>(
    { kind: 'courtesies', use: false },
    { kind: 'courtesies', use: true },
    { kind: 'courtesies', use: true, only: 'opening' },
    { kind: 'courtesies', use: true, only: 'closing' },
  ),
  fc.record({
    kind: fc.constantFrom(
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
    kind: fc.constant('paragraphs' as const),
    shape: fc.constantFrom('one', 'sentence'),
  }),
  fc.constantFrom<Habit>(
    { kind: 'emoji', use: false, example: '' },
    { kind: 'emoji', use: true, example: '🙂' },
    { kind: 'emoji', use: true, example: ':)' },
  ),
);
/** A sentence of their own is not learned from a single edit. */
const line: fc.Arbitrary<Habit> = fc.record({
  kind: fc.constant('line' as const),
  place: fc.constantFrom('opening', 'closing'),
  text: fc.constantFrom('No rush on this.', 'Hope all is well!', 'take your time – really & truly'),
});
/** As many as are learned from one edit, one of a kind. */
const oneEach = { selector: ({ kind }: Habit) => kind, maxLength: 6 };
const learnable = fc.uniqueArray(habit, oneEach);
const style = fc.uniqueArray(fc.oneof({ arbitrary: habit, weight: 14 }, line), oneEach);

function guidanceOf(descriptions: readonly string[]): Guidance | null {
  if (descriptions.length === 0) return null;
  return {
    text: descriptions.map((text, index) => `${index + 1}. ${text}`).join('\n'),
    preferences: [],
  };
}

const writer = createBuiltinWriter({ name: 'Sam Porter' });
const drafted = async (context: Context, descriptions: readonly string[]): Promise<string> =>
  (await writer.draft({ context, guidance: guidanceOf(descriptions), examples: [] })).text;
const described = (habits: readonly Habit[]): string[] =>
  habits.map((each) => describeHabit(each).description);

test('what was learned from one edit makes the next draft right', async () => {
  await fc.assert(
    fc.asyncProperty(contexts, learnable, async (context, habits) => {
      // Of two lone courtesies nobody can tell that they were meant to share a paragraph.
      fc.pre(context.notes !== '' || habits.every(({ kind }) => kind !== 'paragraphs'));
      // After a quotation or an emoji nobody sees a sentence begin with a small letter.
      const kinds = habits.map(({ kind }) => kind);
      fc.pre(!kinds.includes('capitals') || !kinds.includes('paragraphs'));
      const draft = await drafted(context, []);
      const wanted = await drafted(context, described(habits));
      const edit = { context, draft, final: wanted, guidance: null, known: [] };
      for (const form of ['components', 'phrase'] as const) {
        const { preferences } = await writer.infer(edit, form);
        const learned = preferences.map(({ description }) => description);
        expect(await drafted(context, learned)).toBe(wanted);
      }
    }),
    { numRuns: 150 },
  );
});

test('a draft keeps to the habits it was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(contexts, style, async (context, habits) => {
      const text = await drafted(context, described(habits));
      for (const each of habits)
        expect({ each, text, kept: keeps(each, text, context, habits) }).toMatchObject({
          kept: true,
        });
    }),
    { numRuns: 300 },
  );
});

test('the same notes give the same draft, and every note is in it', async () => {
  await fc.assert(
    fc.asyncProperty(contexts, style, async (context, habits) => {
      const text = await drafted(context, described(habits));
      expect(await drafted(context, described(habits))).toBe(text);
      const telling = [
        'Friday',
        'late',
        'booked',
        'invoice',
        'keys',
        'cake',
        'Thursday',
        'example.com/slides',
        'works',
        'invitation',
        'Smith',
        'slides 1',
        'paid',
        'password',
        'of smith & co',
        'heating',
        'stairs',
      ];
      for (const [index, note] of notes.entries()) {
        if (context.notes.includes(note))
          expect(text.toLowerCase()).toContain((telling[index] ?? note).toLowerCase());
      }
    }),
  );
});

/** Their own sentence is written as it is, whatever the other habits say of it. */
function withoutOwnLine(text: string, habits: readonly Habit[]): string {
  const own = habits.find((each) => each.kind === 'line');
  return own ? text.replace(own.text, '').replace(/^ +| +$|(?<= ) +/gmu, '') : text;
}

/** Whether a mail keeps to a habit, as far as these notes and the other habits let it. */
function keeps(habit: Habit, text: string, context: Context, all: readonly Habit[]): boolean {
  const mail = measure(withoutOwnLine(text, all), context);
  const has = (kind: Habit['kind']): boolean => all.some((each) => each.kind === kind);
  const courteous = all.find((each) => each.kind === 'courtesies')?.use === true;
  const sentences = [...mail.paragraphs.flat(), ...mail.listItems];
  switch (habit.kind) {
    case 'greeting':
      // Without the name that it needs there is a plain one.
      return addressee(context) === null && habit.text?.includes('<')
        ? /^H(?:ello|i|ey)/u.test(mail.greeting ?? '')
        : filled(mail.greeting, context) === filled(habit.text, context);
    case 'closing':
      return mail.closing === habit.text;
    case 'length':
      return mail.words <= habit.words * 1.15 || courteous || mail.courtesies.length === 0;
    case 'courtesies':
      return (
        ((habit.use ? mail.courtesies.length > 0 : mail.courtesies.length === 0) &&
          mail.courtesies.every(
            ({ place }) =>
              habit.only === undefined || place === habit.only || context.task === 'new',
          )) ||
        (habit.only === 'opening' && mail.courtesies.every(({ place }) => place === 'opening'))
      );
    case 'list':
      return (
        habit.use === mail.listItems.length > 1 ||
        (habit.use && mail.paragraphs.flat().length - mail.courtesies.length <= 1)
      );
    case 'paragraphs':
      if (mail.listItems.length > 0) return true;
      return habit.shape === 'one'
        ? mail.paragraphs.length === 1
        : mail.paragraphs.every(({ length }) => length === 1) || context.notes === '';
    case 'contractions':
      return (habit.use ? mail.spelledOut : mail.contractions) === 0;
    case 'exclamations':
      return habit.use
        ? mail.exclamations > 0 ||
            sentences.every((each) => !/\.$/u.test(each) || /Unfortunately/u.test(each)) ||
            has('emoji')
        : mail.exclamations === 0;
    case 'emoji':
      return habit.use ? mail.emoji.length > 0 : mail.emoji.length === 0;
    case 'hedges':
      return habit.use
        ? mail.hedges.length > 0 ||
            sentences.every((each) =>
              /^(?:Yes|I hope|Thank|Unfortunately|Please|I(?: ha|')ve received|This is)|\?|!|example/iu.test(
                each,
              ),
            )
        : mail.hedges.length === 0;
    case 'ampersands':
      return (habit.use ? mail.ands : mail.ampersands) === 0;
    case 'dashes':
      return habit.use ? mail.dashes.length > 0 || mail.dashable === 0 : mail.dashes.length === 0;
    case 'capitals':
      return (habit.use ? mail.smallStarts : mail.capitalStarts) === 0;
    case 'line':
      return text.includes(habit.text);
  }
}

/** The words of a greeting, with whatever placeholder stands for the same name. */
function filled(text: string | null, context: Context): string | null {
  const person = addressee(context);
  return (
    text
      ?.replaceAll('<first name>', person?.first || person?.full || '')
      .replaceAll('<last name>', person?.last || person?.full || '')
      .replaceAll('<name>', person?.full ?? '') ?? null
  );
}
