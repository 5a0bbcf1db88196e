import { follows } from '../habits/follows.ts';
import type { Habit, HabitKind } from '../habits/habits.ts';
import { understand } from '../habits/understand.ts';
import { type Measures, measure } from '../mail/measure.ts';
import type { Episode, Preference } from '../types.ts';
import { median } from './median.ts';

/** How many texts follow a habit, of those that give occasion to tell. */
interface Followed {
  readonly times: number;
  readonly of: number;
}

/** A habit, counted in the drafts and the final texts of the evidence. */
export interface CountedHabit {
  readonly kind: HabitKind;
  readonly draft: Followed;
  readonly final: Followed;
  /**
   * Median number of what the habit is about, such as words, list items, emoji or sentences that begin
   * with a capital. `null` where there is nothing to number, such as a greeting.
   */
  readonly amount: { readonly draft: number; readonly final: number } | null;
}

/** The habits a preference is understood as, over the sent mails that are its evidence; empty without any. */
export function countedHabits(
  { description, evidence }: Pick<Preference, 'description' | 'evidence'>,
  episodes: readonly Episode[],
): readonly CountedHabit[] {
  const ids = new Set(evidence.map(({ episodeId }) => episodeId));
  const habits = understand(description);
  if (habits.length === 0) return [];
  const mails = episodes.flatMap(({ id, context, draft, final }) =>
    final !== null && ids.has(id)
      ? [{ context, draft: measure(draft, context), final: measure(final, context) }]
      : [],
  );
  return mails.length === 0 ? [] : habits.map((habit) => countedHabit(habit, mails));
}

interface Mail extends Pick<Episode, 'context'> {
  readonly draft: Measures;
  readonly final: Measures;
}

function countedHabit(habit: Habit, mails: readonly Mail[]): CountedHabit {
  const followed = (side: 'draft' | 'final'): Followed => {
    const told = mails
      .map((mail) => follows(habit, mail[side], mail.context))
      .filter((verdict) => verdict !== null);
    return { times: told.filter((verdict) => verdict).length, of: told.length };
  };
  const amounts = (side: 'draft' | 'final'): readonly number[] =>
    mails.flatMap((mail) => amountOf(habit.kind, mail[side]) ?? []);
  const draft = amounts('draft');
  return {
    kind: habit.kind,
    draft: followed('draft'),
    final: followed('final'),
    amount: draft.length === 0 ? null : { draft: median(draft), final: median(amounts('final')) },
  };
}

function amountOf(kind: HabitKind, mail: Measures): number | null {
  switch (kind) {
    case 'length':
      return mail.words;
    case 'courtesies':
      return mail.courtesies.length;
    case 'list':
      return mail.listItems.length;
    case 'paragraphs':
      return mail.paragraphs.length;
    case 'contractions':
      return mail.contractions;
    case 'exclamations':
      return mail.exclamations;
    case 'emoji':
      return mail.emoji.length;
    case 'hedges':
      return mail.hedges.length;
    case 'ampersands':
      return mail.ampersands;
    case 'dashes':
      return mail.dashes.length;
    case 'capitals':
      return mail.capitalStarts;
    case 'greeting':
    case 'closing':
    case 'line':
      return null;
  }
}
