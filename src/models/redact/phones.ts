import { digitsOf } from './checksums.ts';
import { type Finder, inTurn, spansOf } from './span.ts';

const left = '(?<![\\p{L}\\p{N}_])(?<!\\d[.,:/-])';
const right = '(?![\\p{L}\\p{N}]|[.,:]\\d)';
/** Not in the middle of a longer row of digits in groups. */
const alone = '(?<!\\d\\d[ -])';
/** What may stand between two digits of one number. */
const between = '[ .()/-]{0,3}';
const extension = '(?:,? ?(?:ext|extension|x|Durchwahl|DW|poste|int)[. ]{0,2}\\d{1,5})?';

/** What people call it, in the languages that most mail is written in; more only finds more. */
const called =
  'tel|phone|telephone|telefon|telefono|teléfono|téléphone|telefone|telefoon|telefonnummer|puhelin|puh|mobile?|móvil|' +
  'handy|mobil|mobiel|mobilnummer|cell|cellulare|celular|portable|portabel|fax|gsm|whatsapp|signal|ring|call|call me on|text|' +
  'anrufen|appelez|тел|телефон|моб|τηλ|電話|电话|手机|携帯|전화|हेल्पलाइन|फ़ोन|फोन|هاتف|تلفن|جوال|טלפון|โทร';

/** Written without a country and without a leading zero: the groups tell. */
const groups = [
  // Russia, before the area code alone is taken for the whole.
  '8[ -]?\\(?\\d{3}\\)?[ -]\\d{3}[ -]\\d{2}[ -]\\d{2}',
  // North America.
  '(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ ./-])[2-9]\\d{2}[ .-]\\d{4}',
  // An area code in brackets, anywhere.
  '\\(\\d{2,5}\\) ?\\d(?:[ -]?\\d){4,9}',
  // Spain, Portugal, Poland, Czechia, Slovakia; Norway.
  '[4-9]\\d{2}([ -])\\d{3}\\1\\d{3}',
  '9\\d([ -])\\d{3}\\1\\d{2}\\1\\d{2}',
  '[6-9]\\d{2}([ -])\\d{2}\\1\\d{2}\\1\\d{2}',
  '[2-9]\\d{2} \\d{2} \\d{3}',
  // Denmark, Norway.
  '[2-9]\\d(?: \\d{2}){3}',
  // Brazil, Mexico.
  '\\d{2} 9?\\d{4}[ -]\\d{4}',
  // India, China.
  '[6-9]\\d{4}[ -]\\d{5}',
  '1[3-9]\\d([ -])\\d{4}\\1\\d{4}',
  // Italy.
  '3\\d{2}[ .-]\\d{3}[ .-]?\\d{3,4}',
  // Singapore, Hong Kong.
  '[3689]\\d{3} \\d{4}',
  // Australia.
  '1[38]00 \\d{3} \\d{3}',
];

const money =
  /^ ?(?:[,.]\d\d?(?!\d)|[€$£¥₹]|(?:EUR|USD|GBP|CHF|CZK|PLN|SEK|NOK|DKK|HUF|kr|zł|Kč|Ft)\b)/u;
const moneyBefore = /(?:[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|CZK|PLN|SEK|NOK|DKK|HUF)) ?$/u;
const beginsWithDate = /^\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d|\1\d)/;

const patterns: readonly (readonly [
  pattern: string,
  flags: string,
  digits: readonly [number, number],
])[] = [
  [
    `(?<![\\p{L}\\p{N}+])(?:\\((?=\\+\\d{1,3}\\)))?\\+(?:${between}\\d){7,15}${extension}(?![\\p{L}\\p{N}])`,
    'giu',
    [7, 20],
  ],
  [`${left}00[1-9](?:${between}\\d){7,13}${right}`, 'gu', [10, 16]],
  [
    `${left}${alone}(?:\\((?=0\\d{0,5}\\)))?0(?:${between}\\d){8,14}${extension}${right}`,
    'giu',
    [9, 20],
  ],
  [
    `(?<!\\p{L})(?:${called})(?![\\p{L}])[^\\p{L}\\p{N}\\n\\u0000+(]{0,6}(?<value>\\(?\\d(?:${between}\\d){5,14}${extension})${right}`,
    'dgiu',
    [6, 20],
  ],
];

const isMoney = (text: string, at: number, length: number): boolean =>
  money.test(text.slice(at + length, at + length + 6)) ||
  moneyBefore.test(text.slice(Math.max(0, at - 6), at));

/** Numbers to call, with a country or as they are written at home; dates and prices are none. */
export const phones: Finder = inTurn([
  ...patterns.map(([pattern, flags, [least, most]]): Finder => {
    const whole = new RegExp(pattern, flags);
    return (text) =>
      spansOf(text, whole, (match) => {
        const { length } = digitsOf(match);
        return length >= least && length <= most && !beginsWithDate.test(match);
      });
  }),
  ...groups.map((group): Finder => {
    const whole = new RegExp(`${left}${alone}${group}(?![ -]\\d)${right}`, 'gu');
    return (text) => spansOf(text, whole, (match, at) => !isMoney(text, at, match.length));
  }),
]);
