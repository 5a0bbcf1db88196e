import { maxPreferences } from '../../../src/learning/asking/parse-answer.ts';
import { inferHabits } from '../../../src/learning/habits/infer-habits.ts';
import type { Edit } from '../../../src/learning/ports.ts';
import type { AppliedPreference, Described } from '../../../src/learning/types.ts';
import { describeWish, phrasings } from './describe-wish.ts';
import { check } from './eyes.ts';
import { factAsPreference, instructionsIn } from './instructions.ts';
import { readMail } from './mail.ts';
import { type Noticed, type NoticedWish, noticed } from './noticed.ts';
import { slotOf, type UncountedWish } from './wish.ts';

/** Chance, for one edit: a number from 0 up to 1 for each thing that may go wrong with it. */
export type Luck = (what: string) => number;

/** How the simulated model reads an edit. */
export interface Reading {
  readonly preferences: readonly Described[];
  readonly confirmed: readonly string[];
  readonly contradicted: readonly string[];
}

/**
 * What the simulated model finds in an edit, known preferences aside: what can be counted, without a
 * mistake, and what only a model sees, with the probability `error` of each being missed, vague or
 * wrong. A factual change is taken for a preference with the same probability.
 */
export function readEdit(edit: Edit, luck: Luck, error: number): readonly Described[] {
  const seen = noticed(edit.draft, edit.final, edit.context);
  return [
    ...seen.wishes.flatMap((one) => describedWithErrors(one, luck, error)),
    ...mistakenFacts(seen, luck, error),
    ...inferHabits(edit),
  ];
}

/**
 * The same with the known preferences before its eyes: one that the edit shows again is confirmed and
 * not repeated, one that the edit undoes is contradicted. Each is overlooked with the probability
 * `error`. At most as many preferences as are kept of a real answer.
 */
export function readEditKnowing(edit: Edit, luck: Luck, error: number): Reading {
  const seen = noticed(edit.draft, edit.final, edit.context);
  const known = edit.known.filter(({ id }) => luck(`known ${id}`) >= error);
  const written = new Set(edit.guidance?.preferences.map(({ id }) => id) ?? []);
  const applied = known.filter(({ id }) => written.has(id));
  const wishes = seen.wishes.flatMap((one) => againstKnown(one, applied));
  const confirmed = known.filter((one) =>
    wishes.some(({ wish }) => wishesIn(one).some((other) => isSame(wish, other))),
  );
  const isNew = ({ wish }: NoticedWish): boolean =>
    !confirmed.some((one) => wishesIn(one).some((other) => isSame(wish, other)));
  const preferences = [
    ...wishes.filter(isNew).flatMap((one) => describedWithErrors(one, luck, error)),
    ...mistakenFacts(seen, luck, error),
    ...notNoted(edit, luck, error),
  ];
  return {
    preferences: preferences.slice(0, maxPreferences),
    confirmed: confirmed.map(({ id }) => id),
    contradicted: known
      .filter((one) => isUndone(one, edit) || isReworded(one, seen))
      .map(({ id }) => id),
  };
}

/** What a counter would find and nobody has noted: a model overlooks it as it does anything else. */
function notNoted(edit: Edit, luck: Luck, error: number): Described[] {
  return inferHabits(edit).filter(
    ({ description, facet }) =>
      !edit.noted?.includes(description) && luck(`infer counted ${facet}`) >= error,
  );
}

const isSame = (one: UncountedWish, other: UncountedWish): boolean =>
  describeWish(one).description === describeWish(other).description;

const wishesIn = ({ description }: AppliedPreference): UncountedWish[] =>
  instructionsIn(description).flatMap((one) => (one.kind === 'uncounted' ? one.wish : []));

/**
 * Who knows that the draft said "can" for "could" sees in "could" the old word and no new habit, and in
 * "would" another word for "could".
 */
function againstKnown(seen: NoticedWish, known: readonly AppliedPreference[]): NoticedWish[] {
  const { wish } = seen;
  if (wish.kind !== 'replace') return [seen];
  const cause = known
    .flatMap(wishesIn)
    .find((other) => other.kind === 'replace' && other.to === wish.from);
  if (cause?.kind !== 'replace') return [seen];
  return cause.from === wish.to ? [] : [{ ...seen, wish: { ...wish, from: cause.from } }];
}

/** Whether the draft was written so and the final text is no more. */
function isUndone(known: AppliedPreference, { draft, final, context }: Edit): boolean {
  return instructionsIn(known.description).some((one) => {
    if (one.kind === 'fact') return draft.includes(one.sentence) && !final.includes(one.sentence);
    if (one.kind === 'counted') return false;
    const lines = one.wish.kind === 'line' ? [one.wish.text] : [];
    const own = { greetings: [], closings: [], lines };
    const follows = (text: string): boolean | null => check(one.wish, readMail(text, own), context);
    return follows(draft) === true && follows(final) === false;
  });
}

/** Whether the user put yet another word in the place of the known one. */
const isReworded = (known: AppliedPreference, { wishes }: Noticed): boolean =>
  wishesIn(known).some(
    (one) =>
      one.kind === 'replace' &&
      wishes.some(({ wish }) => wish.kind === 'replace' && wish.from === one.to),
  );

function describedWithErrors(seen: NoticedWish, luck: Luck, error: number): Described[] {
  const { wish, before, after } = seen;
  const slot = slotOf(wish);
  const phrasing = Math.floor(luck(`phrasing ${slot}`) * phrasings);
  if (luck(`infer ${slot}`) >= error) return [{ ...describeWish(wish, phrasing), before, after }];
  const how = luck(`mistake ${slot}`) * 3;
  if (how < 1) return [];
  if (how < 2) {
    return [{ facet: 'tone', description: 'More concise and informal', before, after }];
  }
  return [{ ...describeWish(opposite(wish), phrasing), before, after }];
}

function opposite(wish: UncountedWish): UncountedWish {
  switch (wish.kind) {
    case 'replace':
      return { ...wish, from: wish.to, to: wish.from };
    case 'line':
      return { ...wish, place: wish.place === 'opening' ? 'closing' : 'opening' };
    case 'order':
      return { ...wish, questions: wish.questions === 'first' ? 'last' : 'first' };
  }
}

function mistakenFacts({ facts }: Noticed, luck: Luck, error: number): Described[] {
  return facts
    .filter(({ text }) => luck(`fact ${text}`) < error)
    .map(({ kind, text }) => ({
      facet: 'content',
      description: kind === 'added' ? factAsPreference(text) : `Speaks of ${text}`,
      before: '',
      after: text,
    }));
}
