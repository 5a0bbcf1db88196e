import type { Context } from '../types.ts';
import { emojiIn, withoutEmoji } from './emoji.ts';
import { addressee, withPlaceholders } from './names.ts';
import { countWords } from './sentences.ts';

const greetingWord =
  /^(?:hi|hiya|hello|hey|heya|howdy|dear|good (?:morning|afternoon|evening|day)|morning|greetings|to whom it may concern|hallo|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|grüezi|grüß (?:dich|gott)|bonjour|bonsoir|salut|coucou|chers?|chère|chères|madame|monsieur|hola|estimad[oa]s?|querid[oa]s?|buenos días|buenas(?: tardes| noches)?|ciao|gentile|caro|cara|olá|beste|geachte|hej|こんにちは|你好|您好|尊敬的)(?![\p{L}\p{M}\p{N}’'])/iu;

/** Those who are greeted together. */
const groups =
  /^(?:all|team|everyone|everybody|both|folks|there|again|zusammen|allerseits|alle|tous|à|et|and|und|y|or|oder|a|todos|todas|sir|madam|sirs|damen|herren)$/iu;
const titles = /(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sr|Sra|St|Mme)\.|(?<=\s)\p{Lu}\.)/gu;
const honorific = /(?:様|さま|さん|殿|先生|御中|各位)[、,，:：]?$/u;

/**
 * Whether a line greets: a known greeting word with a few names after it, or just names before a
 * comma or dash. `alone`: nothing follows it, so that "Sam" may be all there is to say.
 */
export function isGreeting(line: string, context: Context, alone: boolean): boolean {
  const said = withoutEmoji(line.replaceAll(titles, '')).trim();
  if (/[.?;。]/u.test(said) || line.length > 80) return false;
  const words = said.replace(/[,:!、，：\s–—-]+$/u, '').split(/[\s,]+/u);
  const marked = /[,:!、，：–—-]$/u.test(said) || emojiIn(line).length > 0;
  const known = greetingWord.exec(said)?.[0];
  if (known !== undefined) {
    const rest = words.slice(known.split(' ').length);
    // "Hey can you call me" is no greeting; "Hi Sam" and "Hi all" are.
    return (
      rest.length <= 6 &&
      (marked || rest.every(isNameOrGroup) || isAddresseesName(rest.join(' '), context))
    );
  }
  if (alone) return false;
  if (honorific.test(said) && countWords(said) <= 6) return true;
  if (isAddresseesName(said, context)) return true;
  return (
    /[,–—]$|\s-$/u.test(said) && words.length <= 3 && words.every(isNameOrGroup) && !isSignOff(line)
  );
}

/** The greeting that the first line begins with before it goes on: "Hi Sam, can you …". */
export function inlineGreeting(line: string, context: Context): string | null {
  const match = /^((?:(?:Dr|Mr|Mrs|Ms|Mx|Prof)\.|[^,.!?;:–—])+\s?[,!:–—])\s+\S/u.exec(line);
  const start = match?.[1];
  if (start === undefined || start.split(/\s+/u).length > 5) return null;
  const said = start.replaceAll(titles, '').replace(/\s*[,!:–—]$/u, '');
  const known = greetingWord.exec(said)?.[0];
  const rest = (known === undefined ? said : said.slice(known.length)).trim().split(/\s+/u);
  if (known !== undefined)
    return rest.every((word) => word === '' || isNameOrGroup(word)) ? start : null;
  return isAddresseesName(said, context) ? start : null;
}

const isNameOrGroup = (word: string): boolean =>
  /^[\p{Lu}\p{Lt}\p{Lo}<]/u.test(word) || groups.test(word);

function isAddresseesName(said: string, context: Context): boolean {
  if (addressee(context) === null) return false;
  return /^<(?:first name|last name|name)>\s*[,:!、，–—-]?$/u.test(withPlaceholders(said, context));
}

const signOff =
  /^(?:(?:with |with my )?(?:(?:very )?(?:best|kind|kindest|warm|warmest|many|friendly) )?(?:regards|wishes|greetings)|(?:very )?best|all the best|all best|cheers|(?:many )?thanks(?: (?:so much|very much|a lot|again|in advance))?|thank you(?: (?:so much|very much|again|in advance))?|thx|yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|respectfully(?: yours)?|cordially|warmly|love|lots of love|xx?x?|take care|(?:talk|speak|see you|write) soon|see you(?: then| there| around)?|bye(?: for now)?|rgds|br|kr|mfg|lg|glg|vg|bg|hg|sg|(?:mit )?(?:(?:ganz )?(?:freundlich|best|herzlich|viel|lieb|schön)(?:e|en|em) )?gr(?:u(?:ß|ss)|ü(?:ß|ss)en?)|danke(?: dir| ihnen| euch)?|(?:vielen|besten|herzlichen) dank|bis (?:bald|dann|später)|hochachtungsvoll|alles gute|(?:bien |très )?(?:cordialement|amicalement)|bien à (?:vous|toi)|bises|bisous|(?:(?:sincères|meilleures|cordiales) )?salutations(?: distinguées)?|merci(?: beaucoup| d[’']avance)?|à (?:bientôt|plus)|bonne journée|(?:un |muchos )?(?:cordial )?saludos?(?: cordiales?)?|atentamente|cordialmente|(?:un )?(?:fuerte )?abrazos?|besos|(?:muchas )?gracias(?: de antemano)?|hasta (?:pronto|luego)|よろしくお願い(?:いた)?します|敬具|以上)(?![\p{L}\p{M}\p{N}])/iu;

/** Whether a line is a sign-off, with or without a name behind it: "Cheers", "LG, Anna", "Best Sam". */
export function isSignOff(line: string): boolean {
  const said = withoutEmoji(line);
  const known = signOff.exec(said)?.[0];
  if (known === undefined || /[?？]$/u.test(said)) return false;
  const [, comma, rest] = /^(\s*[,.!。、–—-]*)\s*(.*)$/u.exec(said.slice(known.length)) ?? [];
  if (rest === undefined || rest === '') return true;
  const words = rest.split(/\s+/u);
  if (words.length > 4) return false;
  return (
    words.every((word) => /^[\p{Lu}\p{Lo}/(]/u.test(word)) || (comma !== '' && words.length === 1)
  );
}

const letter = String.raw`[\p{L}\p{M}.’'‘-]`;
const dashedName = new RegExp(`^(?:[/–—~-]{1,2}\\s?)\\p{L}${letter}*(?: \\p{Lu}${letter}*)?$`, 'u');
const plainName = new RegExp(
  `^[\\p{Lu}\\p{Lo}]${letter}*(?: [\\p{Lu}\\p{Lo}]${letter}*){0,2}[,!]?$`,
  'u',
);

/** Whether a line is a signature of its own: "/M", "– Sam", "A.", "Sam Porter". */
export function isSignedName(line: string): boolean {
  const said = withoutEmoji(line);
  if (dashedName.test(said)) return true;
  return plainName.test(said) && !/\p{Ll}\.$/u.test(said) && said.length <= 40;
}

/** Whether a line may stand below a sign-off: a name, a role; no sentence, link, address or number. */
export function isBelowSignOff(line: string): boolean {
  return (
    isSignOff(line) ||
    (countWords(line) <= 6 && !/[?:;]|\p{Ll}{2}[.!]$|@|\/\/|\d{3}/u.test(line) && line.length <= 60)
  );
}
