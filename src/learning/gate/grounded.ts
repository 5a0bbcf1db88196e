import { changedSpans } from '../edits/spans.ts';
import { describeHabit } from '../habits/describe.ts';
import type { Habit } from '../habits/habits.ts';
import { clauses, understand } from '../habits/understand.ts';
import { emojiIn } from '../mail/emoji.ts';
import { mailParts } from '../mail/mail-parts.ts';
import { measure } from '../mail/measure.ts';
import { withPlaceholders } from '../mail/names.ts';
import type { Edit } from '../ports.ts';
import type { OriginSpan } from '../types.ts';
import { quotedWord } from './acceptable.ts';
import { isCommon, isFunctionWord } from './common-words.ts';
import { isContradicted } from './contradicted.ts';
import { isForeign, originsOf, type TextOrigins, without } from './origins.ts';
import { isShownByEdit, type Side } from './shown-by-edit.ts';
import { roughStem, runsOf, spelledWords } from './spelled.ts';
import { isBareVerb, isPartOfMail, isStyleWord } from './style-words.ts';

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

/** What a description is held against: an edit, whose its words are, and what was counted in it. */
export interface Grounds {
  readonly edit: Edit;
  readonly origins: TextOrigins;
  readonly before: Side;
  readonly after: Side;
  /** One or two words of the draft in whose very place the user wrote one or two others. */
  readonly exchanged: ReadonlySet<string>;
}

/** The grounds of an edit; `spans` as in `originsOf`. */
export function groundsOf(edit: Edit, spans: readonly OriginSpan[]): Grounds {
  const side = (text: string): Side => ({ text, measures: measure(text, edit.context) });
  const origins = originsOf(edit, spans);
  return {
    edit,
    origins,
    before: side(edit.draft),
    // What was pasted shows nothing of how the user writes.
    after: side(
      without(
        edit.final,
        spans.filter(({ origin }) => isForeign(origin)),
      ),
    ),
    exchanged: new Set(exchangedWords(edit, origins)),
  };
}

function exchangedWords({ draft, final }: Edit, { typed }: TextOrigins): string[] {
  const isFew = (words: readonly string[]): boolean => words.length === 1 || words.length === 2;
  return changedSpans(draft, final).flatMap((span) => {
    const [before, after] = [spelledWords(span.before), spelledWords(span.after)];
    const isExchange = isFew(before) && isFew(after) && after.every((word) => typed.has(word));
    return isExchange ? [before.join(' ')] : [];
  });
}

/**
 * Whether every word of a description has a right to be there: it is one that styles are described in and
 * was not received, or the edit shows what it speaks of; or it says nothing by itself; or it is one that
 * the user added in this edit. What is quoted has to be the user's; a few words of the draft that they took
 * out may be named beside it. What code would say in the same words has to be what code sees in the final
 * text, and nothing may be said that counting speaks against.
 */
export function isGrounded(description: string, grounds: Grounds): boolean {
  const all = clauses(description);
  return all.length > 0 && all.every((clause) => isClauseGrounded(clause, grounds));
}

/** Whether a description is put in the words of style alone, whatever it quotes. */
export function isAboutStyle(description: string): boolean {
  const words = spelledWords(outside(description));
  return words.some(isStyleWord) && words.every((word) => isStyleWord(word) || says(word));
}

function isClauseGrounded(clause: string, grounds: Grounds): boolean {
  const { edit, origins, before, after } = grounds;
  if (isContradicted(clause, before, after, edit.context)) return false;
  const [habit, ...more] = understand(clause);
  if (habit && more.length === 0 && describeHabit(habit).description === clause) {
    return isShown(habit, grounds);
  }
  const words = spelledWords(outside(clause));
  const quoted = quotes(clause);
  return (
    (quoted.length > 0 || words.some((word) => isTelling(word, origins))) &&
    words.every((word) => says(word) || isAllowed(word, grounds)) &&
    quoted.every((quote) => isOwnQuote(quote, grounds)) &&
    !isCopied(words, origins)
  );
}

/** Whether a word says something of how somebody writes: "uses" alone says nothing. */
const isTelling = (word: string, { typed }: TextOrigins): boolean =>
  (typed.has(word) && !isCommon(word)) || (isStyleWord(word) && !isBareVerb(word));

function isAllowed(word: string, { origins, before, after }: Grounds): boolean {
  if (origins.typed.has(word)) return true;
  return (
    isStyleWord(word) &&
    (!origins.receivedStems.has(roughStem(word)) ||
      isPartOfMail(word) ||
      isShownByEdit(word, before, after))
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
function isShown(habit: Habit, grounds: Grounds): boolean {
  const { edit, origins, after } = grounds;
  switch (habit.kind) {
    case 'emoji':
      return !habit.use || emojiIn(habit.example).join('') === habit.example;
    case 'greeting':
    case 'closing': {
      if (habit.text === null) return true;
      const parts = mailParts(after.text, edit.context);
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
      return isOwnQuote(habit.text, grounds);
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

function isOwnQuote(quote: string, grounds: Grounds): boolean {
  const { origins } = grounds;
  const isThere = (piece: string): boolean =>
    [origins.ownDraft, origins.ownFinal].some((text) => has(text, piece));
  if (!quote.replace(placeholder, '/').split('/').every(isThere)) return false;
  const words = spelledWords(quote.replace(placeholder, ' '));
  const strange = words.filter((word) => !isCommon(word) && !origins.typed.has(word));
  if (isCopied(words, origins)) return false;
  if (strange.length === 0 || grounds.exchanged.has(words.join(' '))) return true;
  const isMostlyTyped =
    strange.length <= mostKeptInQuote &&
    2 * words.filter((word) => origins.typed.has(word)).length >= words.length &&
    strange.every((word) => origins.kept.has(word) && !origins.received.has(word));
  return isMostlyTyped || isPlainRemoval(words, strange, grounds);
}

/** As whole words in a row; `own` as in `TextOrigins`. */
const has = (own: string, words: string): boolean =>
  own.includes(` ${spelledWords(words).join(' ')} `.replace('  ', ' '));

/**
 * The description with “word” for each single word that it quotes and that is the user's: what they write
 * themselves, or no longer do, is not an order to anybody.
 */
export function withoutOwnWords(description: string, grounds: Grounds): string {
  return description.replace(quotedWord, (said) => (isOwnQuote(said, grounds) ? 'word' : said));
}

/** A few words in small letters that the user took out and that nobody sent them. */
function isPlainRemoval(
  words: readonly string[],
  strange: readonly string[],
  { edit: { draft }, origins: { ownDraft, received } }: Grounds,
): boolean {
  return (
    words.length <= mostRemoved &&
    has(ownDraft, words.join(' ')) &&
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
