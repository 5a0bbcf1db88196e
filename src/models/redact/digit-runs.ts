import { digitsOf } from './checksums.ts';
import { type Finder, inTurn, spansOf } from './span.ts';

/** Customers, accounts, parcels: nine digits in one piece, or twelve in groups with one sort of mark. */
const runs = /(?<![\p{L}\d])\d{9,64}(?!\d)/gu;
const groups = /(?<![\p{L}\d.,])\d{2,6}([ -])\d{2,7}(?:\1\d{1,7}){1,8}(?!\d|[.,]\d|\p{L})/gu;

/** Thousands in groups of three are an amount, and `2026-05-01` a day. */
const isAmount = (match: string): boolean => /^\d{1,3}(?: \d{3})+$/.test(match);

/** Numbers that are too long for an amount and name somebody or something. */
export const digitRuns: Finder = inTurn([
  (text) => spansOf(text, runs),
  (text) => spansOf(text, groups, (match) => digitsOf(match).length >= 12 && !isAmount(match)),
]);
