import { describeHabit } from '../habits/describe.ts';
import { whollyUnderstood } from '../habits/same-habit.ts';
import { clauses } from '../habits/understand.ts';
import type { Edit, Inferred } from '../ports.ts';
import { type AppliedPreference, type Described, facets, type OriginSpan } from '../types.ts';
import { isAcceptable, maxDescription, maxPhrase } from './acceptable.ts';
import { type Grounds, groundsOf, isCopiedText, isGrounded, withoutOwnWords } from './grounded.ts';
import { goesAgainst, showsAgain } from './touched.ts';

/** As many preferences as one episode may make: six that a model names and six that code counts. */
export const mostFromEpisode = 12;

/** Why something was not learned. */
export type Reason = 'form' | 'content' | 'origin' | 'too-many' | 'no-user-edit';

/** A description that was not learned, and why. */
export interface Refusal {
  readonly description: string;
  readonly reason: Reason;
}

type Said = Pick<Inferred, 'preferences' | 'confirmed' | 'contradicted'>;

/** What may be stored of what was inferred, and what may not. */
export interface Gated<Found extends Said> {
  readonly found: Found;
  readonly refused: readonly Refusal[];
}

/**
 * The write gate: stands between whatever was inferred from an edit, by a model or by counting, and the
 * memory, and asks nobody. Lets through at most twelve descriptions of closed form (a known facet, 200
 * code units, or 500 of a `phrase`), without forbidden content, every word of which is about style or
 * the user's own; of a phrase the clauses that are. Evidence that is in neither text is dropped, and a
 * known preference is confirmed or contradicted only where what it quotes came or went.
 */
export function throughGate<Found extends Said>(
  found: Found,
  edit: Edit,
  form: 'components' | 'phrase',
  spans: readonly OriginSpan[] = [],
): Gated<Found> {
  const grounds = groundsOf(edit, spans);
  const { origins } = grounds;
  const refused: Refusal[] = [];
  const preferences = found.preferences.flatMap((item) => {
    const verdict = origins.hasUserEdit ? judge(item, grounds, form) : 'no-user-edit';
    if (typeof verdict !== 'string') return [withSeenSpans(verdict, edit)];
    refused.push({ description: item.description, reason: verdict });
    return [];
  });
  for (const { description } of preferences.slice(mostFromEpisode)) {
    refused.push({ description, reason: 'too-many' });
  }
  const among = (
    ids: readonly string[],
    isBorneOut: (known: AppliedPreference, edit: Edit) => boolean,
  ): string[] =>
    edit.known
      .filter((one) => origins.hasUserEdit && ids.includes(one.id) && isBorneOut(one, edit))
      .map(({ id }) => id);
  return {
    found: {
      ...found,
      preferences: preferences.slice(0, mostFromEpisode),
      confirmed: among(found.confirmed, showsAgain),
      contradicted: among(found.contradicted, goesAgainst),
    },
    refused,
  };
}

function judge(
  item: Described,
  grounds: Grounds,
  form: 'components' | 'phrase',
): Described | Reason {
  if (!facets.includes(item.facet)) return 'form';
  const most = form === 'phrase' ? maxPhrase : maxDescription;
  if (item.description.length > most) return 'form';
  const isFine = (text: string): boolean => isGrounded(text, grounds);
  if (form === 'phrase') {
    const good = clauses(item.description).filter(
      (one) => isAcceptable(withoutOwnWords(one, grounds), most) && isFine(one),
    );
    return good.length > 0 ? { ...item, description: good.join('; ') } : 'origin';
  }
  if (!isAcceptable(withoutOwnWords(item.description, grounds), most)) return 'content';
  if (isFine(item.description)) return item;
  // What code understands can be said in code's own words, but not where it was copied.
  if (isCopiedText(item.description, grounds.origins)) return 'origin';
  const plain = whollyUnderstood(item.description)?.map((one) => describeHabit(one).description);
  const reworded = plain?.join('; ') ?? '';
  return reworded !== '' && isAcceptable(reworded) && isFine(reworded)
    ? { ...item, description: reworded }
    : 'origin';
}

/** Evidence is what stands in the texts, whatever a model claims. */
function withSeenSpans(item: Described, { draft, final }: Edit): Described {
  const isSeen = (span: string, text: string): boolean =>
    span.split(/\n| … /u).every((piece) => text.includes(piece.trim()));
  return {
    ...item,
    before: isSeen(item.before, draft) ? item.before : '',
    after: isSeen(item.after, final) ? item.after : '',
  };
}
