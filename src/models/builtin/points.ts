import { emojiIn } from '../../learning/mail/emoji.ts';
import { addressee } from '../../learning/mail/names.ts';
import { sentences, withoutBullet } from '../../learning/mail/sentences.ts';
import type { Context } from '../../learning/types.ts';
import { englishRules, type NoteRule } from './english-notes.ts';
import { otherRules } from './other-notes.ts';
import type { Language } from './phrases.ts';

/** One thing that the mail says, as a sentence. */
export interface Point {
  readonly text: string;
  /** Its first letter as the user typed it, for languages that go on in small letters. */
  readonly start: string;
}

/**
 * The user's notes as clean sentences, in their order, nothing left out. Notes are separated by line
 * breaks, `;` or the ends of sentences. What no rule knows how to say stays in the user's words.
 */
export function points(context: Context, language: Language | 'latin' | 'other'): Point[] {
  const person = addressee(context);
  const names = person
    ? [person.full, person.first, person.last].filter((name) => name !== '')
    : [];
  // Notes for a mail in German are often in English; the rules do not get in each other's way.
  const own =
    language === 'de' || language === 'fr' || language === 'es' ? otherRules[language] : [];
  const rules = [...own, ...englishRules(names)];
  const said = notesOf(context.notes).flatMap((note) => {
    const sentence = say(note, rules, language);
    return sentence.text === '' ? [] : [sentence];
  });
  return said.map((point, index) =>
    said.slice(0, index).some(({ text }) => /^Could you /u.test(text))
      ? { ...point, text: point.text.replace(/^Could you (?!also)/u, 'Could you also ') }
      : point,
  );
}

const joinedOrders =
  /,? and (?:then )?(?=(?:ask|tell|thank|remind|confirm|apologi[sz]e|suggest|propose|congratulate|invite)\b)/iu;

function notesOf(notes: string): string[] {
  return notes
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => withoutBullet(line.trim()))
    .flatMap((line) => line.split(/;(?=\s|$)|；/u))
    .flatMap(sentences)
    .flatMap((sentence) => (orders.test(sentence) ? sentence.split(joinedOrders) : [sentence]))
    .map((note) => note.trim().replace(/[,;–—\s]+$/u, ''))
    .filter((note) => note !== '');
}

const orders =
  /^(?:please )?(?:ask|tell|thank|remind|confirm|apologi[sz]e|say|suggest|decline|accept)\b/iu;

function say(
  note: string,
  rules: readonly NoteRule[],
  language: Language | 'latin' | 'other',
): Point {
  const mark = /[.?!…]*$/u.exec(note)?.[0] ?? '';
  const bare = note.slice(0, note.length - mark.length);
  for (const [pattern, write] of rules) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const text = write(...match.slice(1).map((group) => group ?? ''));
    // "Thanks for the cake!" keeps its mark.
    const marked = /[?!]/u.test(mark) ? text.replace(/\.$/u, mark) : text;
    return { text: sentence(marked, language), start: '' };
  }
  return { text: sentence(note, language), start: note.charAt(0) };
}

/** Capital letter, mark at the end. */
function sentence(text: string, language: Language | 'latin' | 'other'): string {
  const oneSpaced = text.trim().replace(/\s+/gu, ' ');
  const tidy = language === 'en' ? withEnglishCapitals(oneSpaced) : oneSpaced;
  const capital = startsOwnWay(tidy)
    ? tidy
    : tidy.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const end = emojiIn(tidy.slice(-12)).at(-1);
  const isFinished =
    /[.!?…:。！？؟।]["”’»)]*$/u.test(capital) || (end !== undefined && tidy.endsWith(end));
  if (isFinished) return capital;
  if (isQuestion(tidy, language)) {
    if (language === 'fr') return `${capital} ?`;
    return language === 'es' ? `¿${capital}?` : `${capital}?`;
  }
  return /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]$/u.test(capital)
    ? `${capital}。`
    : `${capital}.`;
}

const calendar =
  /(?<![\p{L}\p{N}/.@-])(?:i(?=[\s'’,.!?]|$)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december)(?![\p{L}\p{N}/@-])/gu;

/** Notes are typed in small letters; names of days and months, and "I", are not. */
function withEnglishCapitals(text: string): string {
  return text.replace(calendar, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** "iPhone", "eBay", an address: written as they are also at the beginning. */
const startsOwnWay = (text: string): boolean =>
  /^\p{Ll}+\p{Lu}|^\S+(?:@|:\/\/)\S|^www\./u.test(text);

const subject =
  '(?:i|you|we|he|she|it|they|there|this|that|the|your|my|our|a|an|any|anyone|everyone)';
const questions: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `^(?:(?:can|could|will|would|shall|should|do|does|did|is|are|was|were|have|has|may|am)(?:n['’]t)? ${subject}\\b|(?:what|when|where|who|why|how|which)(?: (?!is\\b|are\\b)[\\p{L}]+)?(?:['’]s| (?:is|are|was|were|do|does|did|can|could|will|would|should|have|has)) |how about|what about|any (?:news|update|idea|chance)\\b)`,
    'iu',
  ),
  de: /^(?:kannst|könntest|können|könnten|hast|haben|bist|sind|willst|wollen|dürfen|darf|soll|sollen|passt|gibt|würdest|würden) (?:du|sie|ihr|wir|ich|es)\b|^(?:wann|wo|wie|warum|wer) (?:ist|sind|hast|haben|kann|kannst|können|geht|soll|war)\b/iu,
  fr: /^(?:est-ce qu|\p{L}+-(?:tu|vous|nous|il|elle|je)\b)/iu,
  es: /^(?:puedes|podrías|podría|podemos|tienes|tiene|cuándo|dónde|cómo|cuál|qué|quién)(?!\p{L})/iu,
};

function isQuestion(text: string, language: Language | 'latin' | 'other'): boolean {
  if (language === 'other') return false;
  const own = language === 'latin' ? questions.en : questions[language];
  return own.test(text);
}
