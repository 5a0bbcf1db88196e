/** Cyrillic and Greek letters that look like Latin ones, each before the letter it looks like. */
const lookAlikes = new Map(
  'аaеeоoрpсcхxуyіiјjѕsԁdһhӏlοoαaεeρpνvιiκkτtυuχxАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** The text with compatibility forms (ﬁ, 𝗯, ｅ) and look-alike letters as the Latin ones they pass for. */
export function unmasked(text: string): string {
  // Most texts have nothing to hide.
  if (/^[\u0020-\u024F\u2010-\u203A]*$/u.test(text)) return text.normalize('NFKC');
  return [...text.normalize('NFKC')].map((letter) => lookAlikes.get(letter) ?? letter).join('');
}

/** Where words are not separated by spaces a letter stands for one. */
const word = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters, compatibility forms resolved, split at apostrophes and hyphens. */
export function spelledWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? [];
}

/** A word as `spelledWords` has it, and where it stands, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text with their places. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(word)].map(({ 0: said, index }) => ({
    word: said.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + said.length,
  }));
}

/** A word (small letters) without what English hangs on: "riddles" and "riddle" are alike. */
export function roughStem(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:ies|es|s|ed|ing|ly|er|est|e|y)$/u, '');
}

/** Words in a row from which on a text counts as copied. */
export const runLength = 4;

/** Every four words in a row, joined by spaces. */
export function runsOf(words: readonly string[]): string[] {
  return words.slice(0, Math.max(0, words.length - runLength + 1)).map((_, at) => {
    return words.slice(at, at + runLength).join(' ');
  });
}
