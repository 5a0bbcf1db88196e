import { digitsOf, isLuhn, modulo, weighted } from './checksums.ts';
import { type Finder, inTurn, spansOf } from './span.ts';

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const hetu = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const isDate = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

/** A control digit of a Brazilian number. */
const cpfDigit = (digits: string, count: number): number => {
  const sum = weighted(
    digits,
    Array.from({ length: count }, (_, at) => count + 1 - at),
  );
  return ((sum * 10) % 11) % 10;
};

/** One row a number: how it is written, and what must be right about it. */
const rows: readonly (readonly [pattern: string, holds?: (match: string) => boolean])[] = [
  // United States: social security.
  ['(?!000|666|9)\\d{3}([ -])(?!00)\\d{2}\\1(?!0000)\\d{4}'],
  // United Kingdom: national insurance.
  ['[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]'],
  // France: securité sociale.
  [
    '[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{2}',
    (match) => {
      const digits = digitsOf(match);
      return modulo(digits.slice(0, 13), 97) === 97 - Number(digits.slice(13));
    },
  ],
  // Spain: DNI and NIE.
  [
    '[XYZ]?[ -]?\\d{7,8}[ -]?[A-Z]',
    (match) => {
      const plain = match.replace(/[ -]/g, '').toUpperCase();
      const digits = plain.slice(0, -1).replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first)));
      return digits.length === 8 && letters[Number(digits) % 23] === plain.at(-1);
    },
  ],
  // Italy: codice fiscale.
  ['[A-Z]{6} ?\\d{2} ?[A-EHLMPRST] ?\\d{2} ?[A-Z]\\d{3} ?[A-Z]'],
  // Switzerland: AHV.
  ['756[. ]\\d{4}[. ]\\d{4}[. ]\\d{2}'],
  // Brazil: CPF.
  [
    '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}',
    (match) => {
      const digits = digitsOf(match);
      return `${cpfDigit(digits, 9)}${cpfDigit(digits, 10)}` === digits.slice(9);
    },
  ],
  // Sweden: personnummer. Denmark: CPR, which has no check digits any more.
  [
    '(?:\\d{2})?\\d{6}[-+]\\d{4}',
    (match) => {
      const short = digitsOf(match).slice(-10);
      return isLuhn(short) || isDate(short.slice(0, 2), short.slice(2, 4));
    },
  ],
  // Finland: henkilötunnus.
  [
    '\\d{6}[-+A-F]\\d{3}[0-9A-Y]',
    (match) => hetu[Number(match.slice(0, 6) + match.slice(7, 10)) % 31] === match.at(-1),
  ],
  // Netherlands: burgerservicenummer.
  ['\\d{9}', (match) => weighted(match, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0],
  // India: Aadhaar and PAN.
  ['[2-9]\\d{3} \\d{4} \\d{4}'],
  ['[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]'],
];

/** Numbers that a state gives a person, those that can be told by their form or their check digits. */
export const nationalIds: Finder = inTurn(
  rows.map(([pattern, holds]) => {
    const whole = new RegExp(`(?<![\\p{L}\\d.-])${pattern}(?![\\p{L}\\d]|[.-]\\d)`, 'gu');
    return (text) => spansOf(text, whole, holds);
  }),
);
