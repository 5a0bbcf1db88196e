import { domainOf } from '../../../src/learning/evidence/address.ts';
import type { Habit } from '../../../src/learning/habits/habits.ts';
import { type Measures, matterOf } from '../../../src/learning/mail/measure.ts';
import type { Example } from '../../../src/learning/ports.ts';
import type { Context } from '../../../src/learning/types.ts';
import { check } from './eyes.ts';
import type { Instruction } from './instructions.ts';
import { type Mail, readMail } from './mail.ts';
import { measured, noticedIn } from './remembered.ts';
import { synonyms } from './synonyms.ts';
import { slotOf, type UncountedWish } from './wish.ts';

/** A habit as a mail shows it; `plain`: as it is without any; `null`: no occasion to tell. */
type Shown = Habit | 'plain' | null;

/**
 * What a strong model would imitate of earlier mails: of each kind of habit what the best of them shows
 * that shows anything. Best is one to the same person, then one to the same domain, then the first.
 */
export function shownInExamples(examples: readonly Example[], context: Context): Instruction[] {
  const best = examples.toSorted(
    (one, other) => nearness(other.context, context) - nearness(one.context, context),
  );
  return [...countedIn(best), ...uncountedIn(best)];
}

function nearness(one: Context, other: Context): number {
  const mine = one.recipients[0]?.address ?? '';
  const theirs = other.recipients[0]?.address ?? '';
  if (mine === theirs) return 2;
  return domainOf(mine) === domainOf(theirs) ? 1 : 0;
}

function countedIn(best: readonly Example[]): Instruction[] {
  const mails = best.map(({ context, draft, final }) => ({
    context,
    final: measured(final, context),
    draft: draft === null ? null : measured(draft, context),
  }));
  return shows.flatMap((show): Instruction[] => {
    for (const { final, draft, context } of mails) {
      const shown = show(final, draft, context);
      if (shown === 'plain') return [];
      if (shown !== null) return [{ kind: 'counted', slot: shown.kind, habit: shown }];
    }
    return [];
  });
}

const shows: readonly ((final: Measures, draft: Measures | null, context: Context) => Shown)[] = [
  ({ greeting }) => ({ kind: 'greeting', text: greeting }),
  ({ closing }) => ({ kind: 'closing', text: closing }),
  ({ courtesies }, _, { task }) => {
    const places = new Set(courtesies.map(({ place }) => place));
    const [only] = places;
    if (only === undefined) return { kind: 'courtesies', use: false };
    // A new mail has nothing to thank for.
    if (places.size === 2 || (only === 'closing' && task !== 'reply')) return 'plain';
    return { kind: 'courtesies', use: true, only };
  },
  (final) => {
    if (final.listItems.length >= 2) return { kind: 'list', use: true };
    return matterOf(final).length >= 2 ? { kind: 'list', use: false } : null;
  },
  (final) => {
    const { paragraphs, listItems, courtesies } = final;
    const said = paragraphs.flat().length;
    if (listItems.length > 0 || said < 2) return null;
    if (paragraphs.length === 1) {
      return courtesies.length > 0 ? { kind: 'paragraphs', shape: 'one' } : null;
    }
    const isSplit = paragraphs.length === said && matterOf(final).length > 1;
    return isSplit ? { kind: 'paragraphs', shape: 'sentence' } : 'plain';
  },
  ({ contractions, spelledOut }) => {
    if (contractions > 0) return { kind: 'contractions', use: true };
    return spelledOut > 0 ? { kind: 'contractions', use: false } : null;
  },
  (final, draft) => onOrOff('exclamations', final.exclamations, draft?.exclamations),
  (final, draft) => onOrOff('hedges', final.hedges.length, draft?.hedges.length),
  (final, draft) => {
    const [example] = final.emoji;
    if (example !== undefined) return { kind: 'emoji', use: true, example };
    return draft && draft.emoji.length > 0 ? { kind: 'emoji', use: false, example: '' } : 'plain';
  },
];

/** One that was taken out is unwanted; none in either says little. */
function onOrOff(kind: 'exclamations' | 'hedges', has: number, had: number | undefined): Shown {
  if (has > 0) return { kind, use: true };
  return had !== undefined && had > 0 ? { kind, use: false } : 'plain';
}

function uncountedIn(best: readonly Example[]): Instruction[] {
  const candidates = [
    ...best.flatMap((example) => noticedIn(example).wishes.map(({ wish }) => wish)),
    ...synonyms.map(([from, to]): UncountedWish => ({ kind: 'replace', from, to })),
  ];
  const lines = candidates.flatMap((wish) => (wish.kind === 'line' ? wish.text : []));
  const sent = best.map(({ final, context }) => ({
    mail: readMail(final, { greetings: [], closings: [], lines }),
    context,
  }));
  const found = new Map<string, Instruction>();
  for (const wish of candidates) {
    const slot = slotOf(wish);
    if (!found.has(slot) && isShownFirst(wish, sent)) {
      found.set(slot, { kind: 'uncounted', slot, wish });
    }
  }
  return [...found.values()];
}

/** Whether the best mail that gives an occasion follows the wish. */
function isShownFirst(
  wish: UncountedWish,
  sent: readonly { readonly mail: Mail; readonly context: Context }[],
): boolean {
  for (const { mail, context } of sent) {
    const follows = check(wish, mail, context);
    if (follows !== null) return follows;
  }
  return false;
}
