import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepsMatter } from '../../../src/learning/asking/keeps-matter.ts';
import { mailContext } from '../mail-context.ts';

const context = mailContext({ notes: 'moved to Friday 10:30, room 4, costs 1,200 €' });
const mail = (body: string, greeting = 'Hello Alex,', closing = 'Best regards'): string =>
  [greeting, body, closing].filter(Boolean).join('\n\n');
const keeps = (before: string, after: string, ...fixed: string[]): boolean =>
  keepsMatter(before, after, context, fixed);

const matter =
  'The review with Dana moved to Friday at 10:30. It is in room 4 and costs 1,200 €. I am not sure about the 15% rebate, is it in https://acme.example/offer?id=7 or not?';

describe('a revision that says the same', () => {
  test.each([
    ['the same text', mail(matter)],
    ['other paragraphs', mail(matter.replaceAll('. ', '.\n\n'))],
    ['a list', mail(`- ${matter.replaceAll('. ', '.\n- ')}`)],
    ['contractions', mail(matter.replace('It is', "It's").replace('I am', 'I’m'))],
    ['an ampersand', mail(matter.replace('and', '&'))],
    ['small letters', mail(matter.replace('The', 'the').replace('It', 'it'))],
    ['another mark at the end', mail(matter.replace('10:30.', '10:30!'))],
    ['an emoji', mail(`${matter} 🙂`)],
  ])('%s', (_, after) => {
    expect(keeps(mail(matter), after)).toBe(true);
    expect(keeps(after, mail(matter))).toBe(true);
  });

  test('in a numbered list, where a list was asked for', () => {
    const before = mail('First we meet. Then we talk.');
    const after = mail('1. First we meet.\n2. Then we talk.');
    expect(keeps(before, after, 'Puts several points in a bulleted list')).toBe(true);
    expect(keeps(before, after)).toBe(false);
  });
});

describe('a revision that says something else', () => {
  test.each([
    ['another time', '10:30', '10:45'],
    ['another number', 'room 4', 'room 5'],
    ['another currency', '€', '$'],
    ['no currency', ' €', ''],
    ['no per cent', '15%', '15'],
    ['another name', 'Dana', 'Dan'],
    ['another link', 'id=7', 'id=8'],
    ['no negation', 'not sure', 'sure'],
    ['a promise for a question', 'or not?', 'or not.'],
    ['less sure', 'costs', 'perhaps costs'],
    ['one sentence fewer', 'It is in room 4 and costs 1,200 €. ', ''],
    ['one sentence more', 'costs 1,200 €.', 'costs 1,200 €. Lunch is provided.'],
  ])('%s', (_, found, put) => {
    const after = mail(matter.replace(found, put));
    expect(after).not.toBe(mail(matter));
    expect(keeps(mail(matter), after)).toBe(false);
    // Not even where a shorter mail was asked for.
    expect(keeps(mail(matter), after, 'Keeps mails to about 5 words')).toBe(false);
  });

  test('a date at the start of a line is no numbering', () => {
    const list = 'Writes prose, no lists';
    expect(keeps(mail('12. Mai passt.\n3. Juni auch.'), mail('Mai passt.\nJuni auch.'), list)).toBe(
      false,
    );
    expect(keeps(mail('12. Mai passt.'), mail('13. Mai passt.'), list)).toBe(false);
  });

  test('whatever word of the matter is replaced, dropped or moved', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,8}[0-9]{0,2}$/), {
      minLength: 2,
      maxLength: 20,
    });
    const everything = ['Keeps mails to about 5 words', 'Puts several points in a bulleted list'];
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('drop', 'replace', 'swap'), (all, at, how) => {
        const index = at % (all.length - 1);
        const [one = '', other = ''] = [all[index], all[index + 1]];
        const changed = {
          drop: all.toSpliced(index, 1),
          replace: all.toSpliced(index, 1, `${one}x`),
          swap: all.toSpliced(index, 2, other, one),
        }[how];
        fc.pre(changed.join(' ') !== all.join(' '));
        fc.pre(!all.some((word) => ['and', 'und', 'just', 'cannot'].includes(word)));
        const said = (some: readonly string[]): string => mail(`It says ${some.join(' ')} there.`);
        expect(keeps(said(all), said(changed), ...everything)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('greeting and closing', () => {
  const before = mail(matter);

  test('stay as they are, but for what was asked for and is so now', () => {
    const greeted = mail(matter, 'Hi Alex,');
    expect(keeps(before, greeted)).toBe(false);
    expect(keeps(before, greeted, 'Closes with “Best”')).toBe(false);
    expect(keeps(before, greeted, 'Greets with “Hi <first name>,”')).toBe(true);
    expect(keeps(before, greeted, 'Greets with “Hey <first name>,”')).toBe(false);
    expect(keeps(before, mail(matter, ''), 'Writes no greeting')).toBe(true);
    expect(keeps(before, mail(matter, 'Hi Sam,'), 'Greets with “Hi <first name>,”')).toBe(false);
  });

  test('a closing takes nothing along', () => {
    const closed = mail(matter, undefined, 'Cheers,\nSam');
    expect(keeps(before, closed, 'Closes with “Cheers, / Sam”')).toBe(true);
    const shortened = mail(matter.replace('room 4 and ', ''), undefined, 'Cheers,\nSam');
    expect(keeps(before, shortened, 'Closes with “Cheers, / Sam”')).toBe(false);
  });
});

describe('what is only polite', () => {
  const thanks = 'Thank you for your message. ';
  const less = 'Leaves out courtesies such as “Thank you for your message”';

  test('goes where courtesies or length were asked for, and only there', () => {
    const before = mail(thanks + matter);
    expect(keeps(before, mail(matter), less)).toBe(true);
    expect(keeps(before, mail(matter), 'Keeps mails to about 30 words')).toBe(true);
    expect(keeps(before, mail(matter))).toBe(false);
    expect(keeps(before, mail(matter), 'Never uses exclamation marks')).toBe(false);
    const wasShort = 'Keeps mails to about 200 words; never uses exclamation marks';
    expect(keeps(mail(`${thanks}Well!`), mail('Well.'), wasShort)).toBe(false);
    expect(keeps(mail(`${thanks}Well!`), mail(`${thanks}Well.`), wasShort)).toBe(true);
  });

  test('stays where it says what the notes asked for, or a fact', () => {
    const asked = ' Please let me know if Friday works.';
    expect(keeps(mail(matter + asked), mail(matter), less)).toBe(false);
    const unasked = ' Please let me know if anything is unclear.';
    expect(keeps(mail(matter + unasked), mail(matter), less)).toBe(true);
    const fact = 'Thank you for your message of 3 May. ';
    expect(keeps(mail(fact + matter), mail(matter), less)).toBe(false);
  });

  test('softeners go with hedges, doubts never', () => {
    const before = mail('I just wanted to ask, maybe it is late.');
    const none = 'Leaves out hedges such as “just” and “maybe”';
    expect(keeps(before, mail('I wanted to ask, it is late.'), none)).toBe(false);
    const soft = mail('I just wanted to ask.');
    expect(keeps(soft, mail('I wanted to ask.'), none)).toBe(true);
    expect(keeps(soft, mail('I wanted to ask.'))).toBe(false);
  });
});
