// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noMarks } from '../../src/webmail/marks.ts';
import { lookAtStart, readBody } from '../../src/webmail/quote-and-signature.ts';
import { readPlain } from '../../src/webmail/read-plain.ts';

/** The shortest of three runs, in milliseconds: what else the machine does only makes it longer. */
function shortest(run: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const from = performance.now();
      run();
      return performance.now() - from;
    }),
  );
}

const sentence = 'and then we looked at 3/4 of the piers, which took from 9:30 to noon';
const body = Array.from({ length: 2000 }, (_, at) => `${at} ${sentence}`);
const marked = `Fine.\n\nOn 3 May 2024, Ida wrote:\n${body.map((line) => `> ${line}`).join('\n')}`;
const unmarked = `\n\nFrom: ida@port.example\nSent: 3 May\nSubject: Piers\n\n${body.join('\n')}`;

test('2,000 quoted lines are read in less than 50 ms', () => {
  expect(readPlain(marked).text).toBe('Fine.');
  expect(shortest(() => readPlain(marked))).toBeLessThan(50);
  const area = document.createElement('textarea');
  area.value = unmarked;
  document.body.replaceChildren(area);
  const start = lookAtStart(area, noMarks);
  area.value = `Fine.${unmarked.replace(body[7] ?? '', 'Yes.')}\n\nSam`;
  const read = () => readBody(area, { ...noMarks, start });
  expect(read().text).toBe('Fine.\n\nYes.\n\nSam');
  expect(shortest(read)).toBeLessThan(50);
});

test.each([
  ['one line without end', 'On '.repeat(100_000)],
  ['blanks before a colon', `${' '.repeat(200_000)}:`],
  ['dashes', '-'.repeat(200_000)],
  ['a colon at every end', 'sent a wrote a:\n'.repeat(2000)],
  ['headers that come to nothing', 'From: a\nTo: b\n'.repeat(2000)],
  ['telephones that come to nothing', `${`${'x '.repeat(29)}\n`.repeat(2000)}`],
  ['addresses', '<a@a@a@a@a@a@a:\n'.repeat(2000)],
  ['links', `${'<http://a '.repeat(40)}\n`.repeat(500)],
  ['marks without text', '>\n\n'.repeat(2000)],
])('%s takes less than 200 ms', (_what, text) => {
  expect(shortest(() => readPlain(text))).toBeLessThan(200);
});

test('every line of hostile pieces is read in time that grows with its length', () => {
  const piece = fc.constantFrom(
    ...[
      'From:',
      'wrote',
      ' ',
      '-',
      '—',
      '>',
      ':',
      '：',
      '@',
      '<',
      '*',
      '_',
      '9',
      '写道',
      'Sent from ',
    ],
    ...['\u202b', 'a', 'On ', 'gönderildi', 'Original Message', '\n', 'http://', '.', 'から送信'],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const text = pieces.join('').repeat(1000);
      expect(shortest(() => readPlain(text))).toBeLessThan(500);
    }),
    { numRuns: 30 },
  );
}, 60_000);
