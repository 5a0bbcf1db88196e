import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, spellOut } from '../../src/learning/contractions.ts';
import { measure } from '../../src/learning/measure.ts';
import { mailContext, writingTo } from './mail-context.ts';

const context = mailContext();
const mail = (...lines: string[]): string => lines.join('\n');
const body = 'The slides are done and stand in the shared folder.';

describe('greeting', () => {
  test.each([
    ['Hi Alex,', 'Hi <first name>,'],
    ['hi alex', 'hi <first name>'],
    ['Hello Alex Kim,', 'Hello <name>,'],
    ['Dear Mr Kim:', 'Dear Mr <last name>:'],
    ['Dear Dr. Kim,', 'Dear Dr. <last name>,'],
    ['Alex –', '<first name> –'],
    ['Alex', '<first name>'],
    ['Hey there!', 'Hey there!'],
    ['Hi all,', 'Hi all,'],
    ['Team,', 'Team,'],
    ['Good morning Alex', 'Good morning <first name>'],
    ['Hi Alex 🙂', 'Hi <first name> 🙂'],
    ['Liebe Alex,', 'Liebe <first name>,'],
    ['Sehr geehrte Frau Kim,', 'Sehr geehrte Frau <last name>,'],
    ['Bonjour Alex,', 'Bonjour <first name>,'],
    ['Hola Alex:', 'Hola <first name>:'],
  ])('%s', (line, greeting) => {
    expect(measure(mail(line, '', body), context).greeting).toBe(greeting);
  });

  test.each([
    ['山田 太郎', '山田様', '<last name>様'],
    ['Seán O’Neil', 'Hi Seán,', 'Hi <first name>,'],
    ['Rivera, Dr. María-José', 'Dear María-José,', 'Dear <first name>,'],
    ['Dr. Maria Rivera', 'Dear Dr. Rivera,', 'Dear Dr. <last name>,'],
    ['Zoë 🌸', 'Hi Zoë,', 'Hi <first name>,'],
    ['أحمد علي', 'Hello أحمد,', 'Hello <first name>,'],
    ['Al', 'Hi all,', 'Hi all,'],
  ])('to %s: %s', (name, line, greeting) => {
    expect(measure(mail(line, '', body), writingTo(name)).greeting).toBe(greeting);
  });

  test.each([
    'Hey can you call me back',
    'Thanks!',
    'Good point about the chart, I agree.',
    'Agenda:',
    'The slides, though done, are long.',
  ])('is not: %s', (line) => {
    expect(measure(mail(line, '', body), context).greeting).toBeNull();
  });

  test('stands at the beginning of the first line, too', () => {
    const { greeting, words } = measure('Hi Alex, eleven is fine with me.\n\nSam', context);
    expect(greeting).toBe('Hi <first name>,');
    expect(words).toBe(5);
  });
});

describe('closing', () => {
  test.each([
    'Best regards,\nSam',
    'Cheers\nSam',
    'Cheers',
    '/M',
    '– Sam',
    'LG, Anna',
    'Best Sam',
    'thanks, sam',
    'Mit freundlichen Grüßen\nAnna Groß',
    'Viele Grüße\nAnna',
    'Cordialement,\nJeanne',
    'Un saludo,\nAna',
    'Thanks!\nBest,\nSam',
    'Yours in haste,\nSam',
    'Kind regards,\n\nSam Porter\nHead of Slides',
    'Sam',
    'S.',
    'xx',
    'よろしくお願いいたします\n田中',
  ])('%j', (closing) => {
    const measured = measure(mail('Hi Alex,', '', body, '', closing), context);
    expect(measured.closing).toBe(closing);
    expect(measured.paragraphs).toEqual([[body]]);
  });

  test.each([
    'See you on Friday',
    'Could you call me?',
    'Thanks for the slides, they are great.',
    '- Sam\n- Jo',
    'It starts on Tuesday',
  ])('is not: %j', (ending) => {
    expect(measure(mail('Hi Alex,', '', '- Anna', ending), context).closing).toBeNull();
  });

  test('a mail of one word is that word, not its closing', () => {
    expect(measure('Thanks!', context)).toMatchObject({ closing: null, words: 1 });
    expect(measure('Thanks!\nSam', context)).toMatchObject({ closing: 'Sam', words: 1 });
  });
});

describe('body', () => {
  const counted = (text: string) =>
    measure(mail('Hi Alex!', '', text, '', 'Cheers! 🙂', 'Sam'), context);

  test('words, paragraphs and sentences leave greeting and closing out', () => {
    const { words, paragraphs } = counted('Dr. Rivera called. It is p. 5.\n\nWill you see to it?');
    expect(words).toBe(12);
    expect(paragraphs).toEqual([['Dr. Rivera called.', 'It is p. 5.'], ['Will you see to it?']]);
  });

  test('a line that breaks off at the width of plain text goes on', () => {
    const { paragraphs } = counted(
      'This is one long sentence that somebody wrote in a plain text\neditor with short lines.',
    );
    expect(paragraphs).toHaveLength(1);
  });

  test('lists', () => {
    const { listItems, paragraphs } = counted('Two points:\n- one\n- two\n\n1. three');
    expect(listItems).toEqual(['one', 'two', 'three']);
    expect(paragraphs).toEqual([['Two points:']]);
  });

  test('contractions, exclamation marks, emoji and hedges', () => {
    expect(counted("I'm late and don’t know. It is just a bit odd! 👩🏽‍🚀 ;)")).toMatchObject({
      contractions: 2,
      spelledOut: 1,
      exclamations: 1,
      emoji: ['👩🏽‍🚀', ';)'],
      hedges: ['just', 'a bit'],
    });
  });

  test.each([
    ['Thank you for your message about “Offsite”.', 'opening'],
    ['Thanks for reaching out!', 'opening'],
    ['I hope this finds you well.', 'opening'],
    ['Please let me know if you have any questions.', 'closing'],
    ['Please do not hesitate to contact me.', 'closing'],
    ['I look forward to hearing from you.', 'closing'],
    ['Vielen Dank für Ihre Nachricht.', 'opening'],
    ['Bei Fragen melden Sie sich gerne.', 'closing'],
    ['Merci pour votre message.', 'opening'],
    ['Gracias por su mensaje.', 'opening'],
  ] as const)('courtesy: %s', (sentence, place) => {
    expect(counted(sentence).courtesies).toEqual([{ sentence, place }]);
  });

  test.each([
    'Thank you for the report.',
    'Could you let me know if Thursday works?',
    'I hope the printer works again.',
    'Thanks for the cake!',
  ])('something said, no courtesy: %s', (sentence) => {
    expect(counted(sentence).courtesies).toEqual([]);
  });
});

describe('contractions', () => {
  test.each([
    ["I'm sure it's fine and they've paid", 'I am sure it is fine and they have paid'],
    ["I can't and won't", 'I cannot and will not'],
    ["It's been long, he'd better go", 'It has been long, he had better go'],
  ])('%s', (short, long) => {
    expect(spellOut(short)).toBe(long);
  });

  test.each(["Let's go, don't you think?", "Sam's desk and the boss's chair"])(
    'stays: %s',
    (text) => {
      expect(spellOut(text)).toBe(text);
    },
  );

  test.each([
    ['I am not sure that it is late', "I'm not sure that it's late"],
    ['We will not go, as it will not rain', "We won't go, as it won't rain"],
    ['I have a list and I have paid', "I have a list and I've paid"],
  ])('%s', (long, short) => {
    expect(contract(long)).toBe(short);
  });

  test.each(['That is how it is.', 'So I am.'])('not before a pause: %s', (text) => {
    expect(contract(text)).toMatch(/(is|am)\.$/);
  });

  test('both settle at once, and contracting is undone by spelling out', () => {
    const words = fc.array(
      fc.constantFrom(
        'I',
        'am',
        'not',
        'it',
        'is',
        'will',
        'cannot',
        'have',
        'paid',
        'we',
        'are',
        'do',
        'so',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(spellOut(spellOut(text))).toBe(spellOut(text));
        expect(spellOut(contract(text))).toBe(text);
      }),
    );
  });
});

test('any text can be measured', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, name) => {
      expect(measure(text, writingTo(name)).words).toBeGreaterThanOrEqual(0);
    }),
  );
});
