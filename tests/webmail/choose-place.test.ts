import { expect, test } from 'vitest';
import { choosePlace } from '../../src/webmail/choose-place.ts';
import type { Kind } from '../../src/webmail/marks.ts';

const kinds: Record<string, Kind> = { o: 'own', q: 'quote', s: 'signature' };

/** `'o: text'` is an own line with that text. */
function sorted(...lines: string[]) {
  return {
    lines: lines.map((line) => ({ text: line.slice(3), first: null, last: null })),
    kinds: lines.map((line) => kinds[line.charAt(0)] ?? 'own'),
    excluded: new Set<Node>(),
  };
}

test.each([
  ['an empty editor', sorted('o: '), null, { line: 0, blankBefore: false, blankAfter: false }],
  [
    'above a signature',
    sorted('o: ', 's: --'),
    null,
    { line: 0, blankBefore: false, blankAfter: true },
  ],
  [
    'below the quote where the quote comes first',
    sorted('q: >', 'o: ', 'o: '),
    null,
    { line: 1, blankBefore: false, blankAfter: false },
  ],
  [
    'below what the user wrote',
    sorted('o: Hi', 'o: you', 'o: ', 'q: >'),
    null,
    { line: 1, blankBefore: true, blankAfter: false },
  ],
  [
    'at the caret',
    sorted('o: Hi', 'o: ', 'o: you'),
    1,
    { line: 1, blankBefore: false, blankAfter: true },
  ],
  [
    'below the line of the caret',
    sorted('o: Hi', 'o: you'),
    0,
    { line: 0, blankBefore: true, blankAfter: true },
  ],
  [
    'not in a quote, even with the caret there',
    sorted('o: ', 'q: >'),
    1,
    { line: 0, blankBefore: false, blankAfter: true },
  ],
  [
    'above everything where nothing is the user’s',
    sorted('s: --', 's: Sam'),
    1,
    { line: null, blankBefore: false, blankAfter: true },
  ],
])('a draft goes %s', (_where, body, caret, place) => {
  expect(choosePlace(body, caret)).toEqual(place);
});
