import { type Finder, inTurn, spansOf } from './span.ts';

const before = '(?<![\\p{L}\\p{N}._%+-])';
const local = "[\\p{L}\\p{N}_%+-][\\p{L}\\p{M}\\p{N}._%+'’&-]{0,127}";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,62})';
const domain = `(?:${label}\\.){1,8}\\p{L}[\\p{L}\\p{M}\\p{N}-]{1,62}`;

const patterns = [
  new RegExp(`${before}${local}@${domain}`, 'gu'),
  // As people write it where programs read along: ann (at) example (dot) org.
  new RegExp(
    `${before}${local} ?[([{] ?(?:at|æt|ät|arobase|arroba|chiocciola) ?[)\\]}] ?` +
      `(?:${label}(?:\\.| ?[([{] ?(?:dot|punkt|point|punto|ponto) ?[)\\]}] ?)){1,8}\\p{L}{2,24}`,
    'giu',
  ),
];

/** Mail addresses, in every script, also those hidden from robots by brackets. */
export const emails: Finder = inTurn(patterns.map((pattern) => (text) => spansOf(text, pattern)));
