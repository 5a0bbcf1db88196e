import type { Evidence, Preference, Status } from '../types.ts';
import { confidence } from './confidence.ts';
import { maxEvidence, supportsInARow, withEvidence } from './evidence.ts';
import { supportsToBeActive } from './merge.ts';
import { writesByTask } from './task-habits.ts';
import { scopeOf } from './widen.ts';

/** A preference that stood on what is taken back, and what is left of it; `null`: nothing speaks for it. */
export interface Retraction {
  readonly before: Preference;
  readonly after: Preference | null;
}

/**
 * What becomes of the known preferences when these episodes are no evidence any more; those that they
 * said nothing of are left out. What only they showed is gone, unless the user said yes or no to it; what
 * only they spoke against is in use again. Words of the user's own lose their evidence and nothing else.
 * Raises the revision of what stays.
 */
export function retracted(
  known: readonly Preference[],
  episodeIds: ReadonlySet<string>,
  now: number,
): readonly Retraction[] {
  const less = known.map((preference) => ({
    ...preference,
    evidence: preference.evidence.filter(({ episodeId }) => !episodeIds.has(episodeId)),
  }));
  const byTask = writesByTask(less);
  return known.flatMap((before, at): Retraction[] => {
    const evidence = less[at]?.evidence ?? [];
    if (evidence.length === before.evidence.length) return [];
    const raised = { ...before, evidence, revision: before.revision + 1, updatedAt: now };
    if (before.origin === 'user') return [{ before, after: raised }];
    if (!stands(before, evidence)) return [{ before, after: null }];
    const status = statusOf(before, evidence, byTask);
    const isExplained =
      before.evidence.length < maxEvidence &&
      isSame(scopeOf(before.evidence, byTask), before.scope);
    const isBack = before.status === 'superseded' && status !== 'superseded';
    const scope = (isExplained || isBack ? scopeOf(evidence, byTask) : null) ?? before.scope;
    return [{ before, after: { ...raised, status, scope, confidence: confidence(evidence) } }];
  });
}

/**
 * `current` with the evidence that was taken from `before` of it, for a preference that was changed since
 * and so cannot be put back as it was.
 */
export function withReturned(current: Preference, before: Preference): Preference {
  const evidence = before.evidence.reduce(withEvidence, current.evidence);
  const isLearned = current.origin === 'learned';
  return { ...current, evidence, confidence: isLearned ? confidence(evidence) : 1 };
}

/** Whether there is still a reason to keep it: an edit that shows it, or the user's own yes or no. */
function stands({ status, evidence: before }: Preference, evidence: readonly Evidence[]): boolean {
  if (evidence.some(({ says }) => says === 'supports')) return true;
  // Learning calls it active from the second edit on; with fewer it was the user.
  return (
    status === 'paused' || (status === 'active' && supportsInARow(before) < supportsToBeActive)
  );
}

function statusOf(
  { status, evidence: before }: Preference,
  evidence: readonly Evidence[],
  byTask: boolean,
): Status {
  const isHabit = supportsInARow(evidence) >= supportsToBeActive;
  const wasAgainst = (list: readonly Evidence[]): boolean =>
    list.some(({ says }) => says === 'contradicts');
  if (status === 'active') {
    return isHabit || supportsInARow(before) < supportsToBeActive ? status : 'provisional';
  }
  if (status !== 'superseded' || !wasAgainst(before)) return status;
  // What turned it down is gone, all of it or so much that it holds for somebody again.
  const isFree = !wasAgainst(evidence) || holdsAgain(before, evidence, byTask);
  if (!isFree) return status;
  return isHabit ? 'active' : 'provisional';
}

const holdsAgain = (
  before: readonly Evidence[],
  after: readonly Evidence[],
  byTask: boolean,
): boolean => scopeOf(before, byTask) === null && scopeOf(after, byTask) !== null;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
