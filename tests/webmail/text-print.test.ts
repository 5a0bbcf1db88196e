import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letters } from '../../src/webmail/canonical-text.ts';
import { textPrint } from '../../src/webmail/text-print.ts';

test('a text is known again however it is laid out', () => {
  const print = textPrint('Hi Ana,\n\nsee you there.');
  expect(textPrint('Hi Ana,\r\nsee\u00a0you  there. ')).toBe(print);
  expect(textPrint('Hi Ana,\n\nsee you there!')).not.toBe(print);
  expect(textPrint('Hi Ana,\n\nsee you three.')).not.toBe(print);
});

test('other letters have another print, a blank text has none, and each fits the store', () => {
  expect(textPrint(' \n\u200b')).toBe('');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(textPrint(one) === textPrint(other)).toBe(letters(one) === letters(other));
      expect(textPrint(one).length).toBeLessThanOrEqual(100);
    }),
  );
});
