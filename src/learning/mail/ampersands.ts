import { isDayOrMonth } from './sentence-starts.ts';

/** "And" in the languages where "&" stands for it. */
const ands: Readonly<Record<string, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y' };

const isNumber = (word: string): boolean => /^\p{N}/u.test(word);
const isName = (word: string): boolean =>
  /^[("'‘]?\p{Lu}/u.test(word) && !/^I(?!\p{L})/u.test(word) && !isDayOrMonth(word);

const firm = /^(?:co|sons?|partners?|cie|cía|söhne|sohn|hijos|fils)(?!\p{L})/iu;

/** "Smith & Co", "Marks and Spencer", "Main St & 5th": a name is nobody's choice of words. */
function joinsNames(before: string, joint: string, after: string): boolean {
  if (!isName(before)) return isNumber(before) && isName(after);
  if (firm.test(after)) return true;
  // German writes every noun like a name; but "und" is rare in names.
  return joint !== ands['de'] && (isName(after) || isNumber(after));
}

/** The word or sign between two words, where it joins what is no name. */
function replaced(
  text: string,
  joint: string,
  by: (after: string) => string,
): { readonly text: string; readonly count: number } {
  let count = 0;
  const changed = text.replace(
    new RegExp(`(?<=(\\S{1,60}) )(?:${joint})(?= (\\S{1,60}))`, 'gu'),
    (found: string, before: string, after: string) => {
      const areWords = [before, after].every((word) => /[\p{L}\p{N}\uFFFC]/u.test(word));
      if (!areWords || after.startsWith('al.') || joinsNames(before, found, after)) return found;
      count++;
      return by(after);
    },
  );
  return { text: changed, count };
}

/** How often "&" stands for "and". Names such as "Smith & Co" and "R&D" do not count. */
export function countAmpersands(text: string): number {
  return replaced(text, '&', () => '&').count;
}

/** How often "and" (or und, et, y) is written where "&" could stand. */
export function countAnds(text: string): number {
  return replaced(text, Object.values(ands).join('|'), () => '').count;
}

/** "And" as "&", outside of names. A text in a language without such a habit stays as it is. */
export function withAmpersands(text: string, language: string): string {
  const and = ands[language];
  return and === undefined ? text : replaced(text, and, () => '&').text;
}

/** "&" as "and", outside of names. A text in a language without such a habit stays as it is. */
export function withAnds(text: string, language: string): string {
  const and = ands[language];
  if (and === undefined) return text;
  // Spanish says "e" before the sound of an "i".
  return replaced(text, '&', (after) =>
    language === 'es' && /^h?i(?!e)/iu.test(after) ? 'e' : and,
  ).text;
}
