import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, letters } from '../../src/webmail/canonical-text.ts';

test.each([
  ['line ends and trailing blanks', 'a \r\nb\t\rc', 'a\nb\nc'],
  ['more than one blank line', 'a\n\n\n\nb', 'a\n\nb'],
  ['blank lines around it', '\n\na\n\n', 'a'],
  ['no-break spaces', 'a\u00a0b', 'a b'],
  ['invisible characters', 'a\u200bb\ufeff\u00adc', 'abc'],
  ['a composed letter', 'e\u0301', 'é'],
])('makes %s the same', (_what, text, canonical) => {
  expect(canonicalText(text)).toBe(canonical);
});

test('keeps what words are made of: joiners of emoji, Persian and Hindi', () => {
  for (const word of ['👨‍👩‍👧', 'می‌خواهم', 'क्‍ष']) expect(canonicalText(word)).toBe(word);
});

test('a canonical text is canonical', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = canonicalText(text);
      expect(canonicalText(once)).toBe(once);
      expect(letters(once)).toBe(letters(text));
    }),
  );
});
