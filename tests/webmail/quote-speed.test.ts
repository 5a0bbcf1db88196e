// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noMarks } from '../../src/webmail/marks.ts';
import { lookAtStart, readBody } from '../../src/webmail/quote-and-signature.ts';
import { readPlain } from '../../src/webmail/read-plain.ts';

/**
 * Ends at the first of three runs that took less than this, in milliseconds: far more than any of these takes on a
 * busy machine, and far less than one whose time grows with the square of its length. What it takes is
 * a row of `npm run bench:speed`.
 */
const patience = 2_000;

function isQuick(run: () => unknown): boolean {
  return [1, 2, 3].some(() => {
    const from = performance.now();
    run();
    return performance.now() - from < patience;
  });
}

const sentence = 'and then we looked at 3/4 of the piers, which took from 9:30 to noon';
const body = Array.from({ length: 20_000 }, (_, at) => `${at} ${sentence}`);
const marked = `Fine.\n\nOn 3 May 2024, Ida wrote:\n${body.map((line) => `> ${line}`).join('\n')}`;
const unmarked = `\n\nFrom: ida@port.example\nSent: 3 May\nSubject: Piers\n\n${body.join('\n')}`;

test('20,000 quoted lines are no work to speak of', () => {
  expect(readPlain(marked).text).toBe('Fine.');
  expect(isQuick(() => readPlain(marked))).toBe(true);
  const area = document.createElement('textarea');
  area.value = unmarked;
  document.body.replaceChildren(area);
  const start = lookAtStart(area, noMarks);
  area.value = `Fine.${unmarked.replace(body[7] ?? '', 'Yes.')}\n\nSam`;
  const read = () => readBody(area, { ...noMarks, start });
  expect(read().text).toBe('Fine.\n\nYes.\n\nSam');
  expect(isQuick(read)).toBe(true);
}, 30_000);

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
])('%s is no work to speak of', (_what, text) => {
  expect(isQuick(() => readPlain(text))).toBe(true);
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
      expect(isQuick(() => readPlain(text))).toBe(true);
    }),
    { numRuns: 30 },
  );
}, 60_000);
