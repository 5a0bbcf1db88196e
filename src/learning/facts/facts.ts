import { changedSpans, type Span } from '../edits/spans.ts';
import { understand } from '../habits/understand.ts';
import { emojiIn } from '../mail/emoji.ts';
import { softenersIn } from '../mail/hedges.ts';
import { countWords } from '../mail/sentences.ts';
import type { Context, Described } from '../types.ts';
import { type Kind, kindOf, type Place } from './fact-kind.ts';
import { alone, marksOf } from './fact-marks.ts';
import { placesOf } from './fact-places.ts';
import { markId, type Surroundings, surroundingsOf } from './fact-surroundings.ts';
import { touches } from './fact-touch.ts';

/** What is to be told apart: a draft, what was made of it, and for whom. */
export interface FactEdit {
  readonly draft: string;
  readonly final: string;
  readonly context: Context;
}

/** A changed place and what it is. */
export interface KindSpan {
  readonly span: Span;
  readonly kind: Kind;
}

/**
 * The changed places of an edit, each a fact or style: greeting, closing and courtesies as a whole, the
 * rest in words. Where one place changes both, its emoji, exclamation marks and softeners follow as
 * style of their own. Depends on nothing but the texts; empty where no word and no line changed.
 */
export function spanKinds(edit: FactEdit): readonly KindSpan[] {
  const around = surroundingsOf(edit);
  const { polite, said } = placesOf(edit);
  return [
    ...polite.map(
      (span): KindSpan => ({
        span,
        kind: statesSomething(span.before, span.after, around) ? 'fact' : 'style',
      }),
    ),
    ...said.flatMap((place) => kindSpans(place, around)),
  ];
}

/** Share of the draft's words that are gone from a text that was written anew. */
const rewritten = 0.5;
/** Words; in a shorter draft one exchanged sentence is half of it. */
const longEnough = 30;

/** Whether a text was written anew: then no single word tells a fact from style. */
function isRewritten({ draft, final }: FactEdit): boolean {
  const gone = changedSpans(draft, final).reduce((sum, { before }) => sum + countWords(before), 0);
  const all = countWords(draft);
  return all >= longEnough && gone >= rewritten * all;
}

/** Whether nothing but facts was changed, so that there is nothing to learn. */
export function isOnlyFacts(edit: FactEdit): boolean {
  if (isRewritten(edit)) return false;
  const spans = spanKinds(edit);
  return spans.length > 0 && spans.every(({ kind }) => kind === 'fact');
}

/**
 * Whether what was inferred from an edit is a fact that was taken for style: it quotes one, or all the
 * changes it is about are facts. A habit that code can count holds none, and in a text that was written
 * anew only quotations tell.
 */
export function isFactual(described: Described, edit: FactEdit): boolean {
  const spans = spanKinds(edit);
  const facts = spans.filter(({ kind }) => kind === 'fact').map(({ span }) => span);
  if (facts.length === 0) return false;
  if (quotations(described.description).some((quoted) => isOf(quoted, facts))) return true;
  if (understand(described.description).length > 0 || isRewritten(edit)) return false;
  if (described.before.trim() === '' && described.after.trim() === '') {
    return facts.length === spans.length;
  }
  const touched = spans.filter(({ span }) => touches(span, described));
  return touched.length > 0 && touched.every(({ kind }) => kind === 'fact');
}

function kindSpans(place: Place, around: Surroundings): KindSpan[] {
  const { before, after } = place;
  const kind = kindOf(place, around);
  if (kind === 'style') return [{ span: { before, after }, kind }];
  const rest = manners.flatMap((manner): KindSpan[] => {
    const span = { before: manner(before), after: manner(after) };
    return span.before === span.after ? [] : [{ span, kind: 'style' }];
  });
  return [{ span: { before, after }, kind }, ...rest];
}

/** What is style wherever it stands. */
const manners: readonly ((text: string) => string)[] = [
  (text) => emojiIn(text).join(' '),
  (text) => (text.match(/[!！]+/gu) ?? []).join(' '),
  (text) => softenersIn(text).join(' '),
];

/** Whether words that are polite otherwise bring in a number, a date or an address. */
function statesSomething(before: string, after: string, { reading }: Surroundings): boolean {
  const had = new Set(marksOf(before, alone, reading).map(markId));
  return marksOf(after, alone, reading).some(
    (mark) =>
      mark.hard && ['number', 'date', 'address'].includes(mark.kind) && !had.has(markId(mark)),
  );
}

const quotations = (description: string): string[] =>
  [...description.matchAll(/“([^”]+)”|"([^"]+)"/gu)].map(
    ([, curly, plain]) => curly ?? plain ?? '',
  );

/** Three words out of a fact are that fact; fewer may stand in it by the way. */
const fewestWordsOfFact = 3;

/** Whether one of the facts says what is quoted: the same words, most of them, or enough in a row. */
function isOf(quoted: string, facts: readonly Span[]): boolean {
  const length = countWords(quoted);
  if (length === 0) return false;
  return facts.some((fact) =>
    [fact.before, fact.after].some((side) => {
      const shared = Math.min(length, countWords(side));
      return (
        touches({ before: '', after: side }, { before: '', after: quoted }) &&
        (shared >= fewestWordsOfFact || 2 * shared > Math.max(length, countWords(side)))
      );
    }),
  );
}
