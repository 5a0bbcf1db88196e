import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createThinkingFilter } from '../../src/models/thinking-filter.ts';

/** Texts that are full of tags, whole and in parts, cut into pieces anywhere. */
const inPieces = fc.array(
  fc.constantFrom('<', '<th', 'ink>', '<think>', '</', '</think>', '>', '\n', 'a', '<b'),
  { maxLength: 30 },
);

test('however an answer is cut into pieces, the same is left of it', () => {
  fc.assert(
    fc.property(inPieces, (pieces) => {
      const filter = createThinkingFilter();
      const shown = pieces.map((piece) => filter.push(piece)).join('') + filter.rest();
      expect(shown).toBe(pieces.join('').replace(/<think>[\s\S]*?(?:<\/think>|$)/g, ''));
    }),
    { numRuns: 1_000 },
  );
});

test('what cannot be a tag is not held back', () => {
  const filter = createThinkingFilter();
  expect(['1 ', '<', ' 2 <th', 'en'].map((piece) => filter.push(piece))).toEqual([
    '1 ',
    '',
    '< 2 ',
    '<then',
  ]);
});
