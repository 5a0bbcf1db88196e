// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/webmail/canonical-text.ts';
import { noMarks } from '../../src/webmail/marks.ts';
import { lookAtStart, readBody } from '../../src/webmail/quote-and-signature.ts';
import type { Body } from '../../src/webmail/types.ts';
import { editorWith } from './load-fixture.ts';

/** What is read of a plain text field that held `first` when it was first seen, and `then` now. */
function typed(first: string, then: string): Body {
  const area = document.createElement('textarea');
  area.value = first;
  document.body.replaceChildren(area);
  const start = lookAtStart(area, noMarks);
  area.value = then;
  return readBody(area, { ...noMarks, start });
}

const headers = 'From: Ida Berg <ida@port.example>\nSent: 4 March\nTo: Sam\nSubject: The pier';
const unmarked = `${headers}\n\nHello Sam,\nis Friday fine?\nAnd is Sam coming?\n\nThanks,\nIda`;
const marked = 'On 4 March, Ida wrote:\n> Hello Sam,\n> is Friday fine?\n>\n> Ida';
const signature = '-- \nSam Porter\nPort Ltd';

describe('a quoted message without marks, that stood there at first', () => {
  const first = `\n\n${unmarked}`;

  test.each([
    ['above', `Fine.${first}`, 'Fine.'],
    ['below, though its lines stand in the quote too', `${first}\n\nThanks,\nSam`, 'Thanks,\nSam'],
    [
      'between',
      first.replace('fine?\n', 'fine?\n\nYes.\n\nThanks,\n\n').replace('coming?', 'coming?\nNo.'),
      'Yes.\n\nThanks,\n\nNo.',
    ],
  ])('an answer %s is the user’s own', (_where, then, own) => {
    expect(typed(first, then).text).toBe(own);
  });

  test('what the user trims or changes in it does not make it theirs', () => {
    expect(typed(first, `Fine.${first.replace('Hello Sam,\n', '')}`).text).toBe('Fine.');
    expect(typed(first, `Fine.\n\n${headers}\n\nis Friday fine?`).text).toBe('Fine.');
    expect(typed(first, `Fine.\n\nHello Sam,\nis Friday fine?`).text).toBe('Fine.');
    expect(typed(first, `Fine.${first.replace('is Friday', 'is next Friday')}`).text).toBe('Fine.');
    expect(typed(first, 'Fine.').text).toBe('Fine.');
  });

  test('a forwarded message', () => {
    const forwarded = `\n\n---------- Forwarded message ---------\n${unmarked}`;
    expect(typed(forwarded, `Please see below.${forwarded}`)).toMatchObject({
      text: 'Please see below.',
      quote: forwarded.trim(),
    });
  });
});

describe('a quote with marks, that stood there at first', () => {
  const first = `\n\n${marked}`;

  test('what the user changes, trims or breaks in it', () => {
    expect(typed(first, `Fine.${first.replace('Friday', 'next Friday')}`).text).toBe('Fine.');
    expect(typed(first, `Fine.\n\n> is Friday fine?`).text).toBe('Fine.');
    expect(typed(first, `\n\n${marked.replace('fine?\n', 'fine?\nYes.\n')}\n\nSam`).text).toBe(
      'Yes.\n\nSam',
    );
  });

  test('the end of a wrapped line is no answer', () => {
    const wrapped = `\n\n${marked.replace('is Friday', 'is\nFriday')}`;
    expect(typed(wrapped, `Fine.${wrapped}`).text).toBe('Fine.');
  });
});

describe('what the user types is theirs', () => {
  const first = `\n\n${signature}\n\n${marked}`;

  test.each([
    ['who wrote when', 'On 3 May 2024 Kim <kim@port.example> wrote:\nThe pier is ready.'],
    ['a line as of a telephone', 'It is short.\n\nSent from my iPhone\n\nMore follows.'],
    ['their own two dashes', 'Above.\n-- \nBelow.'],
    ['a journey', 'From: Oslo\nDate: 3 May\nTo: Bergen'],
  ])('%s', (_what, own) => {
    expect(typed(first, `${own}${first}`).text).toBe(canonicalText(own));
    expect(typed('', own).text).toBe(canonicalText(own));
  });

  test('a telephone’s line that stood there is not', () => {
    const added = '\n\nSent from my iPhone';
    expect(typed(added, `Fine.${added}`)).toMatchObject({
      text: 'Fine.',
      signature: 'Sent from my iPhone',
    });
    expect(typed(added + first, `Fine.${added}${first}`).text).toBe('Fine.');
  });

  test('another identity, with an answer below', () => {
    const below = `${marked}\n\n\n\n${signature}`;
    const then = `${marked}\n\nFine.\n\n-- \nS. Porter\nHarbour Board`;
    expect(typed(below, then)).toMatchObject({
      text: 'Fine.',
      signature: '--\nS. Porter\nHarbour Board',
    });
  });
});

/** Lines that no pattern takes for anything else, and that do not stand in a quote or signature. */
const line = fc
  .array(
    fc.constantFrom('we', 'meet', 'at', 'noon', '3', 'été', '桟橋', '-', '--', 'a@b', '"', '9:30'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((words) => `${words.join(' ')} own.`);
const own = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), {
    maxLength: 8,
  })
  .map((lines) => canonicalText(lines.join('\n')));
const quote = fc.constantFrom(marked, unmarked, marked.replace('March', 'March 2025'));

test('own text above, between and below a quote and a signature is read as it was written', () => {
  fc.assert(
    fc.property(own, own, own, quote, fc.nat(), (above, between, below, quoted, cut) => {
      const lines = quoted.split('\n');
      const isMarked = quoted.includes('\n>');
      // Within the quoted text, not within who wrote it.
      const head = isMarked ? 2 : 6;
      const at = head + (cut % (lines.length - head));
      const parts = [
        [above, signature, lines.slice(0, at).join('\n')],
        [between, lines.slice(at).join('\n'), below],
      ].map((part) => part.join('\n\n'));
      const read = typed(`\n\n${signature}\n\n${quoted}`, parts.join('\n\n'));
      expect(read.text).toBe(canonicalText([above, between, below].join('\n\n')));
    }),
    { numRuns: 300 },
  );
});

test('the same in an editor of HTML, whose quote and signature no mark explains', () => {
  const html = (text: string): string =>
    text
      .split('\n')
      .map((row) => `<div>${row.replace(/&/g, '&amp;').replace(/</g, '&lt;') || '<br>'}</div>`)
      .join('');
  fc.assert(
    fc.property(own, own, (above, below) => {
      const editor = editorWith(html(`\n\n${signature}\n\n${unmarked}`));
      const start = lookAtStart(editor, noMarks);
      editor.innerHTML = html(`${above}\n\n${signature}\n\n${unmarked}\n\n${below}`);
      expect(readBody(editor, { ...noMarks, start }).text).toBe(
        canonicalText(`${above}\n\n${below}`),
      );
    }),
    { numRuns: 50 },
  );
});
