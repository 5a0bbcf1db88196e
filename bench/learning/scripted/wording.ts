import { contract, expand } from '../../mailbox/contractions.ts';
import { smiley } from './smiley.ts';

/** The text with everything reworded but what stands in quotes, such as a subject. */
export function outsideQuotes(text: string, how: (text: string) => string): string {
  return text
    .split(/(“[^”]*”|"[^"]*")/u)
    .map((piece, index) => (index % 2 === 0 ? how(piece) : piece))
    .join('');
}

/** Spoken forms: "I'm", "don't". */
export const contracted = (text: string): string => outsideQuotes(text, contract);

/** Written forms: "I am", "do not". */
export const spelledOut = (text: string): string =>
  outsideQuotes(text, (piece) =>
    expand(piece.replace(/\b(here|what|who|where)['’]s\b/giu, '$1 is')),
  );

const soft =
  'just(?! (?:in|as|now|after|before|under|over|one|two|\\d))|a (?:little )?bit(?! of)|(?:kind|sort) of|somewhat|basically|perhaps';
const alone = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${words})(?![\\p{L}\\p{N}'’-])`, 'iu');
const softening = alone(soft);
const doubting = alone(`${soft}|maybe|i think|i guess|i suppose|possibly`);
const softeningSpaced = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:just so you know, |(?:${soft})(?![\\p{L}\\p{N}'’-])[ ]?)`,
  'giu',
);

/** Whether a word softens the sentence ("just", "perhaps"). */
export const isSoftened = (text: string): boolean => softening.test(text);

/** Whether it is softened or in doubt ("maybe"). */
export const isHedged = (text: string): boolean => doubting.test(text);

/** The sentence without the words that soften it. Doubt stays, for it says something. */
export function direct(text: string): string {
  const shorter = outsideQuotes(text, (piece) => piece.replace(softeningSpaced, ''))
    .replace(/ +(?=[.,!?])/gu, '')
    .trim();
  return /^\p{Lu}/u.test(text)
    ? shorter.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : shorter;
}

const anySmiley = new RegExp(`[ \\t]*${smiley}`, 'gu');

/** Whether there is an emoji in it. */
export const hasSmiley = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text);

/** Without emoji; a sentence that ended in one gets a full stop. */
export function withoutSmileys(text: string): string {
  const bare = text.replace(anySmiley, '').trim();
  return bare === '' || /[.!?…:]["”)]?$/u.test(bare) ? bare : `${bare}.`;
}

/** The sentence without all that is only manner, to find it again in another draft. */
export function gist(text: string): string {
  return direct(spelledOut(withoutSmileys(text)))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
