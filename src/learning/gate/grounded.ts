import { describeHabit } from '../habits/describe.ts';
import type { Habit } from '../habits/habits.ts';
import { clauses, understand } from '../habits/understand.ts';
import { emojiIn } from '../mail/emoji.ts';
import { mailParts } from '../mail/mail-parts.ts';
import { withPlaceholders } from '../mail/names.ts';
import type { Edit } from '../ports.ts';
import { isCommon, isFunctionWord } from './common-words.ts';
import type { TextOrigins } from './origins.ts';
import { runsOf, spelledWords } from './spelled.ts';
import { isStyleWord } from './style-words.ts';

const quotation = /“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|"([^"]*)"|‘([^’]*)’/gu;
const placeholder = /<(?:first name|last name|name|title)>/gu;

/** Numbers of more digits than this measure no style. */
const mostDigits = 4;
/** Words of the draft that the user took out and that a description may still name: “thx” for “many thanks”. */
const mostRemoved = 3;
/** Words a line of a sign-off may keep from the draft: a name. */
const mostKeptOnLine = 3;
/** Words that say something and stood in the draft already, in a quotation of the user's own words. */
const mostKeptInQuote = 2;

/**
 * Whether every word of a description has a right to be there: it is one that styles are described in,
 * one that says nothing by itself, or one that the user added in this edit. What is quoted has to be the
 * user's; a few words of the draft that they took out may be named beside it. What code would say in the
 * same words has to be what code sees in the final text.
 */
export function isGrounded(description: string, edit: Edit, origins: TextOrigins): boolean {
  const all = clauses(description);
  return all.length > 0 && all.every((clause) => isClauseGrounded(clause, edit, origins));
}

/** Whether a description is put in the words of style alone, whatever it quotes. */
export function isAboutStyle(description: string): boolean {
  const words = spelledWords(outside(description));
  return words.some(isStyleWord) && words.every((word) => isStyleWord(word) || says(word));
}

function isClauseGrounded(clause: string, edit: Edit, origins: TextOrigins): boolean {
  const [habit, ...more] = understand(clause);
  if (habit && more.length === 0 && describeHabit(habit).description === clause) {
    return isShown(habit, edit, origins);
  }
  const words = spelledWords(outside(clause));
  return (
    words.some((word) => isStyleWord(word) || origins.typed.has(word)) &&
    words.every((word) => isStyleWord(word) || says(word) || origins.typed.has(word)) &&
    quotes(clause).every((quote) => isOwnQuote(quote, edit, origins)) &&
    !isCopied(spelledWords(outside(clause)), origins)
  );
}

const outside = (text: string): string => text.replace(quotation, ' ').replace(placeholder, ' ');

function quotes(text: string): string[] {
  return [...text.matchAll(quotation)].map((found) => found.slice(1).find(Boolean) ?? '');
}

/** A word without a subject: one that holds sentences together, or a small number. */
const says = (word: string): boolean =>
  isFunctionWord(word) || (/^\p{N}+$/u.test(word) && word.length <= mostDigits);

/** A habit in code's own words, with what it quotes. */
function isShown(habit: Habit, edit: Edit, origins: TextOrigins): boolean {
  switch (habit.kind) {
    case 'emoji':
      return !habit.use || emojiIn(habit.example).join('') === habit.example;
    case 'greeting':
    case 'closing': {
      if (habit.text === null) return true;
      const parts = mailParts(edit.final, edit.context);
      const seen = {
        greeting: withPlaceholders(oneSpaced(parts.greeting ?? ''), edit.context),
        closing: (parts.closing ?? '').split('\n').map(oneSpaced).join('\n'),
      };
      return (
        habit.text === seen[habit.kind] &&
        habit.text.split('\n').every((line) => isOwnLine(line, origins))
      );
    }
    case 'line':
      return isOwnQuote(habit.text, edit, origins);
    default:
      return true;
  }
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/** A line of a greeting or sign-off: the user's words, and a name that stood there already. */
function isOwnLine(line: string, origins: TextOrigins): boolean {
  const words = spelledWords(line.replace(placeholder, ' '));
  const strange = words.filter((word) => !isCommon(word) && !origins.typed.has(word));
  return (
    strange.every((word) => origins.kept.has(word)) &&
    strange.length <= mostKeptOnLine &&
    (words.length <= mostKeptOnLine || strange.every((word) => !origins.received.has(word))) &&
    !isCopied(words, origins)
  );
}

function isOwnQuote(quote: string, { draft, final }: Edit, origins: TextOrigins): boolean {
  const isThere = (piece: string): boolean => [draft, final].some((text) => has(text, piece));
  if (!quote.replace(placeholder, '/').split('/').every(isThere)) return false;
  const words = spelledWords(quote.replace(placeholder, ' '));
  const strange = words.filter((word) => !isCommon(word) && !origins.typed.has(word));
  if (isCopied(words, origins)) return false;
  if (strange.length === 0) return true;
  const isMostlyTyped =
    strange.length <= mostKeptInQuote &&
    2 * words.filter((word) => origins.typed.has(word)).length >= words.length &&
    strange.every((word) => origins.kept.has(word) && !origins.received.has(word));
  return isMostlyTyped || isPlainRemoval(words, strange, draft, origins);
}

/** As whole words in a row. */
const has = (text: string, words: string): boolean =>
  ` ${spelledWords(text).join(' ')} `.includes(
    ` ${spelledWords(words).join(' ')} `.replace('  ', ' '),
  );

/** A few words in small letters that the user took out and that nobody sent them. */
function isPlainRemoval(
  words: readonly string[],
  strange: readonly string[],
  draft: string,
  { received }: TextOrigins,
): boolean {
  return (
    words.length <= mostRemoved &&
    has(draft, words.join(' ')) &&
    strange.every(
      (word) =>
        !received.has(word) &&
        !/\p{N}/u.test(word) &&
        // A name is never written small.
        new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(draft),
    )
  );
}

/** Whether a description has four words in a row that were received, or that the user took out. */
export function isCopiedText(description: string, origins: TextOrigins): boolean {
  return isCopied(spelledWords(description), origins);
}

/** Whether four words in a row that say something were received, or only drafted. */
function isCopied(words: readonly string[], { foreignRuns, typed }: TextOrigins): boolean {
  return runsOf(words).some((run) => {
    if (!foreignRuns.has(run)) return false;
    const parts = run.split(' ');
    return !parts.every(isCommon) && !parts.every((word) => typed.has(word));
  });
}
