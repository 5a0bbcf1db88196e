import { unquoted } from '../habits/describe.ts';
import { follows } from '../habits/follows.ts';
import type { HabitKind } from '../habits/habits.ts';
import { understand } from '../habits/understand.ts';
import { spellOut } from '../mail/contractions.ts';
import { courtesyPlace } from '../mail/courtesies.ts';
import { withoutSofteners } from '../mail/hedges.ts';
import { mailParts } from '../mail/mail-parts.ts';
import { measure } from '../mail/measure.ts';
import { sentences } from '../mail/sentences.ts';
import type { Context } from '../types.ts';

/**
 * Whether a revision says exactly what the first text said: the same words, names, numbers, links and
 * questions in the same order. `fixed` are the descriptions that only the revision follows. They alone
 * may change greeting, closing, mere courtesies and softeners, and add a sentence they quote. Layout,
 * punctuation, case, contractions and "and" for "&" are free. When in doubt the answer is no.
 */
export function keepsMatter(
  before: string,
  after: string,
  context: Context,
  fixed: readonly string[],
): boolean {
  const [draft, revision] = [measure(before, context), measure(after, context)];
  const kinds = new Set(
    fixed
      .flatMap(understand)
      .filter((habit) => follows(habit, draft, context) === false)
      .filter((habit) => follows(habit, revision, context) === true)
      .map(({ kind }) => kind),
  );
  const first = mailParts(before, context);
  const second = mailParts(after, context);
  const frameStays = (['greeting', 'closing'] as const).every(
    (part) => kinds.has(part) || same(tokens(first[part] ?? ''), tokens(second[part] ?? '')),
  );
  const isFree = freeSentence(kinds, fixed, context);
  const said = (body: string): readonly string[] =>
    matter(kinds.has('list') ? withoutNumbering(body) : body)
      .filter((sentence) => !isFree(sentence))
      .flatMap((sentence) =>
        tokens(kinds.has('hedges') || kinds.has('length') ? withoutSofteners(sentence) : sentence),
      );
  return frameStays && same(said(first.body), said(second.body));
}

/** The sentences of a body in order, wherever its lines, paragraphs and bullets are. */
function matter(body: string): readonly string[] {
  return body.split('\n').flatMap((line) => sentences(line.replace(/^\s*[-*•‣◦–]\s+(?=\S)/u, '')));
}

/** Only 1, 2, 3 … is a numbering: what its numbers say is known from where they stand; "12. May" is a date. */
function withoutNumbering(body: string): string {
  const numbered = /^\s*(\d{1,2})[.)]\s+(?=\S)/gmu;
  const numbers = [...body.matchAll(numbered)].map(([, number]) => Number(number));
  const isNumbering = numbers.length > 1 && numbers.every((number, index) => number === index + 1);
  return isNumbering ? body.replace(numbered, '') : body;
}

function freeSentence(
  kinds: ReadonlySet<HabitKind>,
  fixed: readonly string[],
  { notes }: Context,
): (sentence: string) => boolean {
  const asked = new Set(fixed.flatMap(quotesIn).map(spelled));
  const noted = new Set(tokens(notes).filter((word) => word.length > 3));
  const courtesiesMayChange = kinds.has('courtesies') || kinds.has('length');
  return (sentence) =>
    asked.has(spelled(sentence)) ||
    (courtesiesMayChange &&
      courtesyPlace(sentence) !== null &&
      // A courtesy with a fact in it, or with something the user asked for, says more than a courtesy.
      !/[\p{N}\p{Sc}@]|:\/\//u.test(sentence) &&
      !tokens(sentence).some((word) => noted.has(word)));
}

function quotesIn(description: string): readonly string[] {
  return [...description.matchAll(/“((?:\\.|[^”\\])+)”/gu)].map(([, inner = '']) =>
    unquoted(inner),
  );
}

/** Links, words and numbers with their inner marks, and the signs that change what is said. */
const token =
  /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)]|[\p{L}\p{M}\p{N}_]+(?:['.,:/@&+-][\p{L}\p{M}\p{N}_]+)*|(?<![\p{L}\p{N}])[-−+](?=[\p{N}\p{Sc}.])|[\p{Sc}%‰°?#=<>*]/giu;

/** A list says "and" by its lines, others write "&". */
const joining = new Set(['and', 'und', 'et', 'y']);

function tokens(text: string): readonly string[] {
  const plain = spellOut(text.normalize('NFC').replaceAll('’', "'"))
    .toLowerCase()
    .replace(/\bcan not\b/gu, 'cannot');
  return (plain.match(token) ?? []).filter((word) => !joining.has(word));
}

const spelled = (text: string): string => tokens(text).join(' ');

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, index) => word === others[index]);
}
