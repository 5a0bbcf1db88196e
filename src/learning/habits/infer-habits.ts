import { type Measures, measure } from '../mail/measure.ts';
import type { Edit } from '../ports.ts';
import type { Described } from '../types.ts';
import { compareMails, type Shown } from './compare-mails.ts';
import { describeHabit } from './describe.ts';
import type { Habit } from './habits.ts';
import { layoutShown } from './infer-layout.ts';
import { wordingShown } from './infer-wording.ts';

/** More than six from one edit would say little about each. */
const mostHabits = 6;

/**
 * The habits that the user changed in an edit, at most six, most telling first. Only what can be
 * counted: never facts, names or what the mail says, nor what an added or deleted sentence brought
 * along. A draft that grew says nothing about length, because what people add are facts.
 */
export function inferHabits({
  context,
  draft,
  final,
}: Pick<Edit, 'context' | 'draft' | 'final'>): Described[] {
  const edit = compareMails(measure(draft, context), measure(final, context));
  if (edit.final.words === 0) return [];
  return [
    greeting(edit.draft, edit.final) ?? [],
    closing(edit.draft, edit.final) ?? [],
    layoutShown(edit),
    wordingShown(edit),
  ]
    .flat()
    .slice(0, mostHabits)
    .map(({ habit, before, after }) => ({ ...describeHabit(habit), before, after }));
}

function greeting(draft: Measures, final: Measures): Shown | null {
  if (draft.greeting === final.greeting) return null;
  const habit: Habit = { kind: 'greeting', text: final.greeting };
  return { habit, before: draft.greetingLine, after: final.greetingLine };
}

/** A closing that is longer than this, or has an address in it, is no sign-off. */
const longestClosing = 100;

function closing(draft: Measures, final: Measures): Shown | null {
  const text = final.closing;
  if (draft.closing === text) return null;
  if (text !== null && (text.length > longestClosing || /@|\/\/\w|\d{3}/u.test(text))) return null;
  return { habit: { kind: 'closing', text }, before: draft.closing ?? '', after: text ?? '' };
}
