import { courtesyPlace } from '../../../src/learning/mail/courtesies.ts';
import { mailParts } from '../../../src/learning/mail/mail-parts.ts';
import { sentences, withoutBullet } from '../../../src/learning/mail/sentences.ts';
import type { Context } from '../../../src/learning/types.ts';
import { check } from './eyes.ts';
import { isAddedFact, isFactWord } from './facts.ts';
import { readMail } from './mail.ts';
import { exchangedWords, paired } from './sentence-pairs.ts';
import { slotOf, type UncountedWish } from './wish.ts';
import { gist } from './wording.ts';

/** A wish that no counter knows, as it shows in an edit, with the sentences that say so. */
export interface NoticedWish {
  readonly wish: UncountedWish;
  readonly before: string;
  readonly after: string;
}

/** What a good reader finds in an edit beside what can be counted. */
export interface Noticed {
  /** One of each slot. */
  readonly wishes: readonly NoticedWish[];
  /** Facts that were changed (the new value) or added (the sentence). */
  readonly facts: readonly { readonly kind: 'changed' | 'added'; readonly text: string }[];
}

type Found = NoticedWish | Noticed['facts'][number];

/** Compares a draft with what the user made of it. */
export function noticed(draft: string, final: string, context: Context): Noticed {
  const before = bodyOf(draft, context);
  const after = bodyOf(final, context);
  const pairs = paired(before, after);
  const said = pairs.flatMap((pair): Found[] =>
    pair.before === null ? added(pair.after, after) : reworded(pair.before, pair.after),
  );
  const wishes = said.flatMap((one) => ('wish' in one ? one : []));
  const lines = wishes.flatMap(({ wish }) => (wish.kind === 'line' ? wish.text : []));
  const own = { greetings: [], closings: [], lines };
  const isShown = ({ wish }: NoticedWish): boolean =>
    wish.kind !== 'replace' ||
    (check(wish, readMail(draft, own), context) === false &&
      check(wish, readMail(final, own), context) === true);
  return {
    wishes: firstOfSlot([
      ...wishes.filter(isShown),
      ...reordered(before, after, { draft, final, lines, context }),
    ]),
    facts: said.flatMap((one) => ('wish' in one ? [] : one)),
  };
}

const bodyOf = (text: string, context: Context): readonly string[] =>
  mailParts(text, context).body.split('\n').map(withoutBullet).flatMap(sentences);

function added(sentence: string, after: readonly string[]): Found[] {
  if (courtesyPlace(sentence) !== null) return [];
  if (isAddedFact(sentence)) return [{ kind: 'added', text: sentence }];
  const at = after.indexOf(sentence);
  if (at > 0 && at < after.length - 1) return [];
  const place = at === 0 ? 'opening' : 'closing';
  return [{ wish: { kind: 'line', place, text: sentence }, before: '', after: sentence }];
}

function reworded(before: string, after: string): Found[] {
  return exchangedWords(before, after).map(({ from, to }) =>
    isFactWord(from) || isFactWord(to)
      ? { kind: 'changed', text: to }
      : { wish: { kind: 'replace', from, to }, before, after },
  );
}

function reordered(
  before: readonly string[],
  after: readonly string[],
  edit: { draft: string; final: string; lines: readonly string[]; context: Context },
): NoticedWish[] {
  const isQuestion = (sentence: string): boolean => sentence.includes('?');
  const kept = (some: readonly string[], others: readonly string[]): string => {
    const known = new Set(others.map(gist));
    return some
      .filter((one) => known.has(gist(one)))
      .map(isQuestion)
      .join();
  };
  // What was merely taken out or added puts nothing in order.
  if (kept(before, after) === kept(after, before)) return [];
  const own = { greetings: [], closings: [], lines: [...edit.lines, ...framing(before, after)] };
  return (['last', 'first'] as const).flatMap((questions) => {
    const wish = { kind: 'order', questions } as const;
    const follows = (text: string): boolean | null =>
      check(wish, readMail(text, own), edit.context);
    return follows(edit.draft) === false && follows(edit.final) === true
      ? [{ wish, before: before.join(' '), after: after.join(' ') }]
      : [];
  });
}

/** Statements that both texts begin or end with frame what was put in order and are no part of it. */
function framing(before: readonly string[], after: readonly string[]): readonly string[] {
  const shared = (one: readonly string[], other: readonly string[]): readonly string[] => {
    const end = one.findIndex((sentence, at) => sentence !== other[at] || sentence.includes('?'));
    return end < 0 ? one : one.slice(0, end);
  };
  return [...shared(before, after), ...shared(before.toReversed(), after.toReversed())];
}

function firstOfSlot(wishes: readonly NoticedWish[]): NoticedWish[] {
  const found = new Map<string, NoticedWish>();
  for (const one of wishes) {
    const slot = slotOf(one.wish);
    if (!found.has(slot)) found.set(slot, one);
  }
  return [...found.values()];
}
