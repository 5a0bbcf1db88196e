// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noMarks } from '../../src/webmail/marks.ts';
import { lookAtStart, readBody } from '../../src/webmail/quote-and-signature.ts';

const line = fc.constantFrom(
  ...[
    'Fine.',
    '',
    '> quoted',
    '> one more',
    '-- ',
    'Sam',
    'été\u00a0',
    'On 3 May 2024, Ida wrote:',
  ],
  ...['-----Original Message-----', 'From: Ida <ida@port.example>', 'Subject: The pier'],
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

test('a text field that is read again and again is read as one that is read for the first time', () => {
  const field = document.createElement('textarea');
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean(), (texts, isSeen) => {
      const [first = '', ...more] = texts;
      field.value = first;
      const start = isSeen ? lookAtStart(field, noMarks) : null;
      for (const then of [first, ...more, ...more]) {
        const fresh = document.createElement('textarea');
        field.value = fresh.value = then;
        const { text, quote, signature } = readBody(field, { ...noMarks, start });
        const wanted = readBody(fresh, { ...noMarks, start });
        expect([text, quote, signature]).toEqual([wanted.text, wanted.quote, wanted.signature]);
      }
    }),
    { numRuns: 300 },
  );
});
