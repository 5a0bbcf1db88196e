import { spellOut } from './contractions.ts';

/** Where words are not separated by spaces a letter stands for one. */
const word = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters, contractions spelled out: what stays when style changes. */
export function plainWords(text: string): string[] {
  return spellOut(text).toLowerCase().match(word) ?? [];
}
