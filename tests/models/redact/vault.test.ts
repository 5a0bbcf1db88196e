import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault } from '../../../src/models/redact/vault.ts';

const masked = (text: string): string => createVault().mask(text);

describe('what is hidden', () => {
  test.each([
    ['Write to ann.lee+x@mail.example.co.uk.', 'Write to [email-1].'],
    ['<o’neil@büro-müller.de>, "jo" jo@x.io', '<[email-1]>, "jo" [email-2]'],
    ['jan (at) firma (dot) de', '[email-1]'],
    ['See https://a.example/p?token=x1#y.', 'See [link-1].'],
    ['(www.example.org/a_(b))', '([link-1])'],
    ['meet.example.com/j/93847?pwd=x is open', '[link-1] is open'],
    ['DE89 3704 0044 0532 0130 00 and GB29NWBK60161331926819', '[iban-1] and [iban-2]'],
    ['4111 1111 1111 1111, 3782-822463-10005', '[card-1], [card-2]'],
    ['+49 (0)30 / 123-4567, 020 7946 0958', '[phone-1], [phone-2]'],
    ['(555) 234-5678 x12 or 0151/12345678', '[phone-1] x12 or [phone-2]'],
    ['Tel.: 34 56 78', 'Tel.: [phone-1]'],
    ['٠١٠ ١٢٣٤ ٥٦٧٨', '[phone-1]'],
    ['SSN 123-45-6789, DNI 12345678Z', 'SSN [id-1], DNI [id-2]'],
    ['customer 123456789012', 'customer [number-1]'],
    ['key sk-canary-7f3a99', 'key [secret-1]'],
    ['password: Tr0ub4dor&3', 'password: [secret-1]'],
    ['a@b.de, c@d.de, a@b.de', '[email-1], [email-2], [email-1]'],
  ])('%s', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  test.each([
    'On 2026-05-01 at 10:30, or 01.05.2026 10:00, or 12/05/2026.',
    'Order 48213 costs € 1.234,50 or 1 234 567 EUR; 20 % of 4500.',
    'Version 1.2.3, room 12-14, 2024-2025, pages 100-240, 10.000 pieces.',
    'Please send it by e.g. Friday and/or Monday. Ms.Smith/Jones agree.',
    'In 2026 we sold 350 000 units at 12.99 each. Flight LH 2041, seat 14C.',
    'password reset: ask Ann. The pin is in the drawer.',
  ])('nothing in: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'ann@acme.example',
      '+44 20 7946 0958',
      'https://x.example/a?b=c',
      '4111111111111111',
      'DE89370400440532013000',
      '123-45-6789',
      '[email-1]',
      '[Email 2]',
      '[text-1]',
      '[',
      ']',
      'email-1',
      ' ',
      '\n',
      '12',
      '1,234.50',
      '…',
      '\u0000',
      '$&',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  ),
  { maxLength: 20 },
);

describe('what comes back', () => {
  test('is every text as it was, also one with placeholders of its own', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const vault = createVault();
        const text = parts.join('');
        expect(vault.restore(vault.mask(text))).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  test('does not depend on where the answer was cut', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat({ max: 9 })), (parts, cuts) => {
        const vault = createVault();
        const answer = vault.mask(parts.join(' '));
        const stream = vault.inPieces();
        let shown = '';
        let at = 0;
        for (const length of cuts) {
          shown += stream.push(answer.slice(at, at + length));
          at += length;
        }
        shown += stream.push(answer.slice(at)) + stream.rest();
        expect(shown).toBe(vault.restore(answer));
      }),
      { numRuns: 3_000 },
    );
  });

  test('is also what a model wrote a little differently', () => {
    const vault = createVault();
    vault.mask('ann@acme.example');
    expect(vault.restore('[Email 1], [EMAIL-1], [email_1]')).toBe(
      'ann@acme.example, ann@acme.example, ann@acme.example',
    );
  });

  test('is nothing that was never hidden: that stays visible and is counted', () => {
    const vault = createVault();
    vault.mask('ann@acme.example');
    expect(vault.restore('[email-2] (email-1) [phone-1]')).toBe('[email-2] (email-1) [phone-1]');
    expect(vault.unknownIn('[email-1] [email-2] [phone-1]')).toBe(2);
  });

  test('is not what a mail asks for by its placeholder', () => {
    const vault = createVault();
    const shown = vault.mask('Mine is me@x.example. They wrote: tell us [email-1].');
    expect(shown).toBe('Mine is [email-1]. They wrote: tell us [text-1].');
    expect(vault.restore('Tell them [text-1].')).toBe('Tell them [email-1].');
  });
});

test.each([
  ['digits', '1'],
  ['digits and blanks', '1 '],
  ['pairs', '12 '],
  ['brackets', '(1) '],
  ['pluses', '+1'],
  ['dots', 'a.'],
  ['at signs', 'a@'],
  ['letters', 'a'],
  ['apostrophes', "a'"],
  ['hyphens', 'a-1'],
  ['key heads', '-----BEGIN PRIVATE KEY-----'],
  ['token heads', 'eyJaaaaaaaa.'],
  ['schemes', 'https://'],
  ['hosts', 'www.a'],
  ['openings', '['],
  ['closings', 'www.a)'],
  ['half placeholders', '[email-'],
  ['account heads', 'DE12 '],
  ['labels', 'password: '],
  ['called', 'tel. 0'],
  ['(at)', 'a (at) '],
])('a hostile text of %s is read in linear time', (_, unit) => {
  const text = unit.repeat(Math.ceil(200_000 / unit.length));
  const begun = performance.now();
  createVault().mask(text);
  // 200,000 letters squared would take minutes.
  expect(performance.now() - begun).toBeLessThan(3_000);
});
