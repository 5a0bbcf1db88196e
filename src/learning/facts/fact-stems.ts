import { distance } from 'fastest-levenshtein';

const longest = 64;

/**
 * What forms of one word have in common, roughly: `delivery` and `delivers`, `Angebot` and `Angebote`.
 * Without accents, endings and everything behind the sixth letter.
 */
export function stem(word: string): string {
  const plain = word
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’]s?$/gu, '');
  const bare = plain.replace(/(?<=\p{L}{3})(?:ing|ed|es|s|ly|en|er|e|n|y)$/u, '');
  return bare.slice(0, 6);
}

/** Whether two words are forms of one word, or one is the other misspelled. */
export function isSameWord(one: string, other: string): boolean {
  if (stem(one) === stem(other)) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4 || Math.max(one.length, other.length) > longest) return false;
  return distance(one.toLowerCase(), other.toLowerCase()) <= (shorter < 7 ? 1 : 2);
}
