import { Fault } from '../fault.ts';
import { follows } from '../habits/follows.ts';
import { sameMeaning, slotsOf } from '../habits/same-habit.ts';
import { understand } from '../habits/understand.ts';
import { measure } from '../mail/measure.ts';
import type { CallOptions, Completion, DraftOrder, Writer } from '../ports.ts';
import type { AppliedPreference, Context, Guidance } from '../types.ts';
import { addUsage } from '../usage.ts';
import { keepsMatter } from './keeps-matter.ts';

/**
 * The applied preferences that a text does not follow, as far as code can tell: what it does not
 * understand or has no occasion to judge is not among them.
 */
export function violated(
  text: string,
  guidance: Guidance | null,
  context: Context,
): readonly AppliedPreference[] {
  return judged(text, guidance, context).flatMap(({ preference, isFollowed }) =>
    isFollowed ? [] : [preference],
  );
}

/** Share (0 to 1) of the preferences that code can judge here which a text follows; 1 where it can judge none. */
export function shareFollowed(text: string, guidance: Guidance | null, context: Context): number {
  const all = judged(text, guidance, context);
  return all.length === 0 ? 1 : all.filter(({ isFollowed }) => isFollowed).length / all.length;
}

/** A draft after the check, with everything it cost so far. */
interface CheckedDraft extends Completion {
  readonly revised: boolean;
}

/**
 * Has a draft that violates preferences revised once. The revision is kept only where it follows more of
 * them, breaks none that the draft followed and says the same (`keepsMatter`); otherwise, and when the
 * writer fails, the draft stays. Rejects with `cancelled` only.
 */
export async function checkedDraft(
  draft: Completion,
  order: DraftOrder,
  writer: Pick<Writer, 'revise'>,
  { signal }: CallOptions = {},
): Promise<CheckedDraft> {
  const { guidance, context } = order;
  const broken = violated(draft.text, guidance, context);
  if (broken.length === 0) return { ...draft, revised: false };
  const request = {
    ...order,
    text: draft.text,
    violated: broken.map(({ description }) => description),
  };
  const revision = await ifItWorks(writer.revise(request, signal ? { signal } : {}));
  if (signal?.aborted) throw new Fault('cancelled');
  if (revision === null) return { ...draft, revised: false };
  const usage = addUsage(draft.usage, revision.usage);
  const still = new Set(violated(revision.text, guidance, context).map(({ id }) => id));
  const fixed = broken.filter(({ id }) => !still.has(id)).map(({ description }) => description);
  const isBetter = fixed.length > 0 && still.size + fixed.length === broken.length;
  return isBetter && keepsMatter(draft.text, revision.text, context, fixed)
    ? { text: revision.text, usage, revised: true }
    : { text: draft.text, usage, revised: false };
}

/** A failed revision must not cost the draft; what is no `Fault` is a mistake of ours and is told. */
async function ifItWorks(revising: Promise<Completion>): Promise<Completion | null> {
  try {
    return await revising;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code !== 'cancelled') return null;
    throw thrown;
  }
}

interface Judged {
  readonly preference: AppliedPreference;
  readonly isFollowed: boolean;
}

function judged(text: string, guidance: Guidance | null, context: Context): readonly Judged[] {
  const mail = measure(text, context);
  return undisputed(guidance?.preferences ?? []).flatMap((preference) => {
    const told = understand(preference.description)
      .map((habit) => follows(habit, mail, context))
      .filter((verdict) => verdict !== null);
    return told.length === 0 ? [] : [{ preference, isFollowed: told.every((verdict) => verdict) }];
  });
}

/** An aggregated description (CIPHER) may be made of opposites, which no text can follow at once. */
function undisputed(preferences: readonly AppliedPreference[]): readonly AppliedPreference[] {
  return preferences.filter((preference) => {
    const slots = slotsOf(preference);
    return !preferences.some(
      (other) =>
        slotsOf(other).some((slot) => slots.includes(slot)) && !sameMeaning(preference, other),
    );
  });
}
