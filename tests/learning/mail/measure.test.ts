import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countAmpersands,
  countAnds,
  withAmpersands,
  withAnds,
} from '../../../src/learning/mail/ampersands.ts';
import { contract, spellOut } from '../../../src/learning/mail/contractions.ts';
import { dashesIn, withDash, withoutDashes } from '../../../src/learning/mail/dashes.ts';
import { measure } from '../../../src/learning/mail/measure.ts';
import { outsideQuotations } from '../../../src/learning/mail/quotations.ts';
import { withSmallStart } from '../../../src/learning/mail/sentence-starts.ts';
import { mailContext, writingTo } from '../mail-context.ts';

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
    ['the slides & notes are done, & sent', 2, 0],
    ['Tuesday & Friday, Jo and I', 1, 1],
    ['Folien und Notizen, les notes et la liste, y todo', 0, 3],
    ['Smith & Co, Marks and Spencer, Main St & 5th, 5th & Main, Weber & partners', 0, 0],
    ['R&D, q&a, https://example.com/?a=1&b=2, Smith et al. agree', 0, 0],
    ['The title is “salt & pepper” and “bread and butter”.', 0, 1],
  ])('“&” and “and”: %s', (text, ampersands, ands) => {
    expect(counted(text)).toMatchObject({ ampersands, ands });
  });

  test.each([
    ['It works – I tried it.', 1],
    ['It works — I tried it—twice -- today - really.', 4],
    ['From 10 – 12, Monday – Friday, Berlin — Hamburg, a well-known trade-off', 0],
    ['- one\n- two', 0],
    ['The title is “salt – pepper”.', 0],
    ['I wait –', 0],
  ])('dashes between clauses: %s', (text, count) => {
    expect(counted(text).dashes).toHaveLength(count);
  });

  test('capitals and small letters at sentence starts; names and own ways count as neither', () => {
    expect(counted('the room is booked. it has a window!\n- yes\n- Yes')).toMatchObject({
      smallStarts: 3,
      capitalStarts: 1,
    });
    expect(
      counted('Jo has it. I agree. iPhones are in. www.acme.example is up. A. Kim too.\n12 came.'),
    ).toMatchObject({ smallStarts: 0, capitalStarts: 0 });
  });

  test('a small letter after the comma of a German greeting is a rule, no habit', () => {
    const text = 'Hallo Alex,\n\nich komme am Montag. wir reden dann.';
    expect(measure(text, mailContext({ language: 'de-AT' })).smallStarts).toBe(1);
    expect(measure(text, mailContext({ language: null })).smallStarts).toBe(1);
    expect(measure(text, mailContext({ language: 'en' })).smallStarts).toBe(2);
    expect(measure(text.replace('Alex,', 'Alex!'), mailContext({ language: 'de' }))).toMatchObject({
      smallStarts: 2,
    });
  });

  test('a quotation is not their wording', () => {
    expect(counted("It says “I'm just late & sorry – maybe! 🎉” here.")).toMatchObject({
      contractions: 0,
      ampersands: 0,
      exclamations: 0,
      emoji: [],
      hedges: [],
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

describe('signs', () => {
  test.each([
    ['en', 'Jo and I, pens and cups', 'Jo & I, pens & cups'],
    ['de', 'Stifte und gute Tassen', 'Stifte & gute Tassen'],
    ['fr', 'le jour et la nuit', 'le jour & la nuit'],
    ['es', 'tazas y platos', 'tazas & platos'],
  ])('“&” in %s: %s', (language, long, short) => {
    expect(withAmpersands(long, language)).toBe(short);
    expect(withAnds(short, language)).toBe(long);
  });

  test('Spanish spells “&” out as it sounds', () => {
    expect(withAnds('padres & hijas, agua & hielo', 'es')).toBe('padres e hijas, agua y hielo');
  });

  test('German nouns look like names: "und" is surely none, "&" may be one', () => {
    expect(withAmpersands('Stifte und Tassen von Berg und Söhne', 'de')).toBe(
      'Stifte & Tassen von Berg und Söhne',
    );
    expect(withAnds('Hinz & Kunz', 'de')).toBe('Hinz & Kunz');
  });

  test('names and other languages keep theirs', () => {
    for (const text of ['Smith & Co', 'Marks and Spencer', 'R&D']) {
      expect(withAmpersands(text, 'en')).toBe(text);
      expect(withAnds(text, 'en')).toBe(text);
    }
    expect(withAmpersands('pane e vino and', 'it')).toBe('pane e vino and');
  });

  test.each([
    ['It works – I tried.', 'It works, I tried.'],
    ['the room—it is large—is free', 'the room, it is large, is free'],
    ['Wait, – no', 'Wait, no'],
    ['From 10 – 12', 'From 10 – 12'],
  ])('without dashes: %s', (text, without) => {
    expect(withoutDashes(text)).toBe(without);
  });

  test.each([
    ['I am not sure, it is late.', 'I am not sure – it is late.'],
    ['Unfortunately, I cannot come.', 'Unfortunately, I cannot come.'],
    ['When I am back home, I will call.', 'When I am back home, I will call.'],
    ['The room, it seems, is free.', 'The room, it seems, is free.'],
    ['We need pens and cups, paper, but no tea.', 'We need pens and cups, paper, but no tea.'],
    ['It is late – we all know, but we try.', 'It is late – we all know, but we try.'],
  ])('with a dash: %s', (text, dashed) => {
    expect(withDash(text)).toBe(dashed);
  });

  test.each([
    ['The room is booked.', '', 'the room is booked.'],
    ["C'est vrai.", '', "c'est vrai."],
    ["D'Arc is late.", '', "D'Arc is late."],
    ['Slides are done.', 's', 'slides are done.'],
    ['Slides are done.', 'S', 'Slides are done.'],
    ['Alex is late.', '', 'Alex is late.'],
    ['Friday works.', 'f', 'Friday works.'],
    ['I agree.', 'i', 'I agree.'],
    ["I'm late.", 'i', "I'm late."],
    ['“The end” is near.', '', '“The end” is near.'],
  ])('begins small: %s (typed %j)', (text, typed, small) => {
    expect(withSmallStart(text, typed)).toBe(small);
  });

  const words = fc
    .array(
      fc.constantFrom('pens', 'and', '&', '–', '—', ',', 'Jo', 'I', 'it', 'is', '12', '“a & b”'),
      { maxLength: 12 },
    )
    .map((all) => all.join(' '));

  test('each change settles at once and takes all of its occasions', () => {
    fc.assert(
      fc.property(words, (text) => {
        const short = withAmpersands(text, 'en');
        const long = withAnds(text, 'en');
        expect(withAmpersands(short, 'en')).toBe(short);
        expect(withAnds(long, 'en')).toBe(long);
        expect(countAmpersands(long) + countAnds(short)).toBe(0);
        expect(withoutDashes(withoutDashes(text))).toBe(withoutDashes(text));
        expect(dashesIn(withoutDashes(text))).toEqual([]);
        const dashed = withDash(text);
        expect(withDash(dashed)).toBe(dashed);
        expect(dashed.replace(' – ', ', ')).toBe(text.replace(' – ', ', '));
      }),
    );
  });

  test('quotations come through any rewording', () => {
    const quotes = ['"x"', '“y z”', '«a»', '„b“'];
    const textOf = (...parts: string[]) =>
      fc.array(fc.constantFrom('a', ' ', ...parts), { maxLength: 10 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        textOf(...quotes, '"', '“', '\n', '\uFFFC'),
        textOf(...quotes, '\n'),
        (lone, paired) => {
          expect(outsideQuotations(lone, (all) => all)).toBe(lone);
          const shouted = outsideQuotations(paired, (all) => all.toUpperCase());
          expect(shouted.toLowerCase()).toBe(paired);
          for (const quote of quotes) {
            if (paired.includes(quote)) expect(shouted).toContain(quote);
          }
        },
      ),
    );
    expect(outsideQuotations('a “a” a', (all) => all.toUpperCase())).toBe('A “a” A');
  });
});

test('any text can be measured', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, name) => {
      expect(measure(text, writingTo(name)).words).toBeGreaterThanOrEqual(0);
    }),
  );
});
