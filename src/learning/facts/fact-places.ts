import type { Span } from '../edits/spans.ts';
import { courtesyPlace } from '../mail/courtesies.ts';
import { mailParts } from '../mail/mail-parts.ts';
import { sentences } from '../mail/sentences.ts';
import type { Context } from '../types.ts';
import { factDiff } from './fact-diff.ts';
import type { Place } from './fact-kind.ts';
import { sameLines, withoutLines } from './fact-lines.ts';
import type { Beside } from './fact-marks.ts';

/** The changed places of an edit, apart where the kind of a change follows from where it is. */
export interface Places {
  /** Greeting, closing and courtesies that became others, came or went: each is one place. */
  readonly polite: readonly Span[];
  /** The changed places of what is said between them, in order. */
  readonly said: readonly Place[];
}

/** How much of what stands beside a place is looked at. */
const sideLength = 120;

/** The changed places of an edit. */
export function placesOf(edit: {
  readonly draft: string;
  readonly final: string;
  readonly context: Context;
}): Places {
  const draft = mailParts(edit.draft, edit.context);
  const final = mailParts(edit.final, edit.context);
  const lines = sameLines(draft.body, final.body);
  const before = apart(withoutLines(draft.body, lines));
  const after = apart(withoutLines(final.body, lines));
  const polite: Span[] = [
    { before: draft.greeting ?? '', after: final.greeting ?? '' },
    ...before.courtesies
      .filter((sentence) => !after.courtesies.includes(sentence))
      .map((sentence) => ({ before: sentence, after: '' })),
    ...after.courtesies
      .filter((sentence) => !before.courtesies.includes(sentence))
      .map((sentence) => ({ before: '', after: sentence })),
    { before: draft.closing ?? '', after: final.closing ?? '' },
  ];
  const isWhole = before.courtesies.length + after.courtesies.length === 0;
  return {
    polite: polite.filter((span) => span.before !== span.after),
    said: changedPlaces(
      isWhole ? before.rest : before.rest.trim(),
      isWhole ? after.rest : after.rest.trim(),
      {
        lead: draft.body.slice(0, lines.start),
        tail: draft.body.slice(draft.body.length - lines.end),
      },
    ),
  };
}

/** The courtesies of a text, and the text without them. */
function apart(text: string): { readonly courtesies: readonly string[]; readonly rest: string } {
  const courtesies = sentences(text).filter((sentence) => courtesyPlace(sentence) !== null);
  const rest = courtesies.reduce((left, sentence) => {
    const at = left.indexOf(sentence);
    return at < 0 ? left : left.slice(0, at) + left.slice(at + sentence.length).trimStart();
  }, text);
  return { courtesies, rest };
}

/** In the order of the texts; `beside`: what both have before and behind them. */
function changedPlaces(before: string, after: string, beside: Beside): Place[] {
  const places: Place[] = [];
  const pieces = factDiff(before, after);
  let left = beside.lead.slice(-sideLength);
  let right = left;
  for (const [at, piece] of pieces.entries()) {
    if (!piece.isSame) {
      const gap = commonGap(piece);
      const tail = (pieces[at + 1]?.after ?? beside.tail).slice(0, sideLength);
      places.push({
        before: piece.before.slice(gap.length),
        after: piece.after.slice(gap.length),
        beside: { before: { lead: left + gap, tail }, after: { lead: right + gap, tail } },
      });
    }
    left = (left + piece.before).slice(-sideLength);
    right = (right + piece.after).slice(-sideLength);
  }
  return places;
}

/** The white space that both sides begin with. */
function commonGap({ before, after }: Span): string {
  const [one = '', other = ''] = [before, after].map((side) => /^\s*/u.exec(side)?.[0]);
  return one === other ? one : '';
}
