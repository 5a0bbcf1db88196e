import { digitsOf, isLuhn } from './checksums.ts';
import { type Finder, spansOf } from './span.ts';

/** Together, or in the groups that are printed on cards, with one sort of mark between them. */
const grouped =
  /(?<![\p{L}\d])(?:\d{13,19}|\d{4}([ .-]{1,2})\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ .-]{1,2})\d{6}\2\d{4,5})(?![\p{L}\d])/gu;

/** Card numbers: 13 to 19 digits that pass Luhn's check. */
export const cards: Finder = (text) =>
  spansOf(text, grouped, (match) => isLuhn(digitsOf(match)) && !/^0+$/.test(digitsOf(match)));
