import type { Span } from '../edits/spans.ts';
import type { Elements } from '../elements.ts';
import { isUsable } from '../guidance.ts';
import { follows } from '../habits/follows.ts';
import type { Habit } from '../habits/habits.ts';
import { followsQuotes } from '../habits/quoted.ts';
import { sameMeaning, slotsOf, whollyUnderstood } from '../habits/same-habit.ts';
import { emojiIn } from '../mail/emoji.ts';
import { hedgesIn } from '../mail/hedges.ts';
import { type Measures, measure } from '../mail/measure.ts';
import type { Inferred } from '../ports.ts';
import type { Context, Episode, Evidence, Preference } from '../types.ts';
import { ownWord } from './reach.ts';

/** What an edited mail says of a preference that it does not show anew. */
export interface Judgement {
  readonly says: Evidence['says'];
  readonly spans: Span;
}

const nothing: Span = { before: '', after: '' };

/**
 * What an edited mail says of the preferences known before it: `null` of those it says nothing of,
 * such as those that the user wrote, paused or replaced.
 *
 * One that code can check is judged by draft and final text; any other by what the inference says of
 * it, and as confirmed where it was applied and left alone. A mail that was written without it and goes
 * otherwise makes an exception for its recipient, once.
 */
export function judge(
  inferred: Pick<Inferred, 'preferences' | 'confirmed' | 'contradicted'>,
  episode: Episode & { readonly final: string },
  elements: Elements,
  byTask: boolean,
): (preference: Preference) => Judgement | null {
  const { context, guidance } = episode;
  const appliedIds = new Set(guidance?.preferences.map(({ id }) => id) ?? []);
  const draft = measure(episode.draft, context);
  const final = measure(episode.final, context);
  return (preference) => {
    if (preference.origin !== 'learned' || !isUsable(preference)) return null;
    const wasApplied = appliedIds.has(preference.id);
    const own = ownWord(preference, context, byTask);
    const otherwise = wasApplied || (own?.from === 'recipient' && own.holds);
    const against = (spans: Span): Judgement | null => {
      if (otherwise) return { says: 'contradicts', spans };
      // One exception a person is enough, and there is none to what never held for anybody named.
      const isKnown = own?.from === 'recipient' && !own.holds;
      if (!elements.exceptions || isKnown || preference.scope.kind === 'nearby') return null;
      return { says: 'differs', spans };
    };
    const rival = inferred.preferences.find((item) => isRival(item, preference));
    if (rival) return against(rival);
    if (inferred.contradicted.includes(preference.id)) return against(nothing);
    if (inferred.confirmed.includes(preference.id)) return { says: 'supports', spans: nothing };
    const habits = whollyUnderstood(preference.description);
    const kept = habits
      ? followsAll(habits, final, context)
      : followsQuotes(preference, episode.final);
    // What nobody can check counts as kept where it was applied and left alone.
    if (kept === null) return habits || !wasApplied ? null : { says: 'confirms', spans: nothing };
    if (kept) return wasApplied ? { says: 'confirms', spans: nothing } : null;
    // Nobody asked for a draft without it, and leaving that as it is says little.
    if (episode.comparison === 'without') return null;
    // A draft that did not follow it shows what the writer does, not what the user wants.
    const had = habits
      ? followsAll(habits, draft, context)
      : followsQuotes(preference, episode.draft);
    if (wasApplied && had !== true) return null;
    return against(nothing);
  };
}

/** Another value of the same thing. */
function isRival(item: Inferred['preferences'][number], preference: Preference): boolean {
  const slots = slotsOf(item);
  return slotsOf(preference).some((slot) => slots.includes(slot)) && !sameMeaning(item, preference);
}

/** `null` where there is no occasion to tell and nothing that goes otherwise. */
function followsAll(
  habits: NonNullable<ReturnType<typeof whollyUnderstood>>,
  mail: Measures,
  context: Context,
): boolean | null {
  const told = habits.map((habit) => {
    const followed = follows(habit, mail, context);
    return followed && isVacuous(habit, context) ? null : followed;
  });
  if (told.includes(false)) return false;
  return told.includes(true) ? true : null;
}

/** Leaving out what nobody asked for is no achievement: without an occasion in the notes it says nothing. */
function isVacuous(habit: Habit, { notes }: Context): boolean {
  switch (habit.kind) {
    case 'hedges':
      return !habit.use && hedgesIn(notes).length === 0;
    case 'exclamations':
      return !habit.use && !/[!！]/u.test(notes);
    case 'emoji':
      return !habit.use && emojiIn(notes).length === 0;
    default:
      return false;
  }
}
