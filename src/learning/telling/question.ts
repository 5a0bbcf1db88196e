import { appliesTo, specificities } from '../evidence/applies.ts';
import { firstOf, ownWord } from '../evidence/reach.ts';
import { isUsable } from '../guidance.ts';
import { sameMeaning, slotsOf } from '../habits/same-habit.ts';
import { understand } from '../habits/understand.ts';
import { fillPlaceholders } from '../mail/names.ts';
import type { Clock } from '../ports.ts';
import { type Context, facets, type Preference } from '../types.ts';

/** What the user is asked: which of these shall hold for the person they are writing to. */
export interface Question {
  /** The one thing they differ in (`slotsOf`), such as `greeting`. */
  readonly slot: string;
  /** Two or three, the surest first. */
  readonly options: readonly QuestionOption[];
}

/** One answer: a preference in its own words, and nothing of the mails it was learned from. */
interface QuestionOption {
  readonly preferenceId: string;
  readonly description: string;
}

const day = 24 * 60 * 60 * 1_000;
/** Confidences this near to each other settle nothing. */
const close = 0.15;
const mostOptions = 3;

/**
 * The one question worth asking before the next draft in this context, or `null`. `candidates` are the
 * preferences that retrieval has to choose from here. Asked is only where different mails taught
 * different values of one thing, no word of the user's own decides, none of them is meant more narrowly
 * for this context or clearly surer (0.15), and the answer changes the draft; and once a day at most.
 */
export function questionFor(
  request: { readonly context: Context; readonly candidates: readonly Preference[] },
  clock: Clock,
  lastAskedAt: number | null,
): Question | null {
  const { context, candidates } = request;
  if (lastAskedAt !== null && clock.now() - lastAskedAt < day) return null;
  // There must be somebody whom the answer can hold for.
  if ((context.recipients[0]?.address ?? '') === '') return null;
  const live = candidates.filter(isUsable);
  const slots = facets.flatMap((facet) =>
    live
      .filter((preference) => preference.facet === facet)
      .flatMap(slotsOf)
      .toSorted(),
  );
  for (const slot of slots) {
    const options = contenders(slot, live, context)
      .slice(0, mostOptions)
      .map(({ id, description }) => ({ preferenceId: id, description }));
    if (options.length > 1) return { slot, options };
  }
  return null;
}

/** Preferences with different values of one thing that nothing decides between, the surest first. */
function contenders(
  slot: string,
  live: readonly Preference[],
  context: Context,
): readonly Preference[] {
  const here = live
    .filter((preference) => slotsOf(preference).includes(slot))
    .flatMap((preference) => {
      const reach = reachOf(preference, context);
      return reach === null ? [] : [{ preference, reach }];
    });
  const nearest = Math.max(...here.map(({ reach }) => reach));
  const near = here.filter(({ reach }) => reach === nearest).map(({ preference }) => preference);
  // A description about several things cannot be chosen for one of them; the user's word has chosen.
  if (here.some(({ preference }) => preference.origin === 'user')) return [];
  if (near.some((preference) => slotsOf(preference).length > 1)) return [];
  const sorted = near.toSorted(
    (one, other) =>
      other.confidence - one.confidence ||
      other.createdAt - one.createdAt ||
      compare(one.id, other.id),
  );
  const surest = sorted[0]?.confidence ?? 0;
  return (
    sorted
      .filter(({ confidence }) => surest - confidence <= close)
      // A greeting with a name that nobody knows cannot be written here.
      .filter(({ description }) => greetingHere(description, context) !== null)
      .filter(
        (preference, index, all) =>
          !all.slice(0, index).some((other) => sameDraft(preference, other, context)),
      )
      .filter((preference, _, all) => all.every((other) => taughtApart(preference, other)))
  );
}

/** How narrowly it is meant for this place; `null` where the user writes otherwise. */
function reachOf(preference: Preference, context: Context): number | null {
  if (preference.origin === 'user') return appliesTo(preference, context);
  const own = ownWord(preference, context, false);
  // Retrieval may consider one that names no such place: for its neighbours alone.
  if (own === null) return appliesTo(preference, firstOf(context)) ?? specificities.nearby;
  if (!own.holds) return null;
  return specificities[own.from === 'recipient' ? 'recipient' : 'domain'];
}

function sameDraft(one: Preference, other: Preference, context: Context): boolean {
  if (sameMeaning(one, other)) return true;
  const greeting = greetingHere(one.description, context);
  return greeting !== '' && greeting === greetingHere(other.description, context);
}

/** The greeting as it would stand in this mail; `null` where it cannot, empty where it is about something else. */
function greetingHere(description: string, context: Context): string | null {
  const [habit] = understand(description);
  if (habit?.kind !== 'greeting' || habit.text === null) return '';
  return fillPlaceholders(habit.text, context);
}

/** Whether each was shown by an edit that did not show the other. */
function taughtApart(one: Preference, other: Preference): boolean {
  if (one === other) return true;
  const mine = supporting(one);
  const theirs = supporting(other);
  return mine.some((id) => !theirs.includes(id)) && theirs.some((id) => !mine.includes(id));
}

function supporting({ evidence }: Preference): readonly string[] {
  return evidence.filter(({ says }) => says === 'supports').map(({ episodeId }) => episodeId);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
