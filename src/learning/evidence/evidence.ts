import { cut } from '../mail/cut.ts';
import type { Episode, Evidence, Preference } from '../types.ts';

/**
 * As many as anybody reads through. The newest are kept, for they say how the user writes now, and
 * confirmations go first, for there is nothing to see in them.
 */
export const maxEvidence = 40;
/** UTF-16 units of a span. */
export const maxSpan = 2_000;

/** Evidence of this episode; spans are cut to 2,000 UTF-16 units. */
export function evidenceOf(
  episode: Episode,
  says: Evidence['says'],
  spans: { readonly before: string; readonly after: string },
): Evidence {
  return {
    episodeId: episode.id,
    at: episode.at,
    says,
    recipient: episode.context.recipients[0]?.address ?? '',
    task: episode.context.task,
    before: cut(spans.before, maxSpan),
    after: cut(spans.after, maxSpan),
  };
}

/**
 * The evidence with one more entry, oldest first, at most 40. An episode says one thing once: what
 * it said before stays, so that learning from it again changes nothing.
 */
export function withEvidence(known: readonly Evidence[], more: Evidence): readonly Evidence[] {
  if (known.some(({ episodeId, says }) => episodeId === more.episodeId && says === more.says)) {
    return known;
  }
  const sorted = [...known, more].sort(
    (one, other) => one.at - other.at || compare(one.episodeId, other.episodeId),
  );
  if (sorted.length <= maxEvidence) return sorted;
  const dropped = sorted.find(({ says }) => says === 'confirms') ?? sorted[0];
  return dropped === more ? known : sorted.filter((one) => one !== dropped);
}

/** When an edit last contradicted a preference; minus infinity where none did. */
export function lastContradiction(preference: Preference): number {
  return latest(preference.evidence, 'contradicts');
}

/** How many edits supported a preference since it was last contradicted. */
export function supportsInARow(evidence: readonly Evidence[]): number {
  const since = latest(evidence, 'contradicts');
  return evidence.filter(({ says, at }) => says === 'supports' && at > since).length;
}

function latest(evidence: readonly Evidence[], kind: Evidence['says']): number {
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...evidence.filter(({ says }) => says === kind).map(({ at }) => at),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
