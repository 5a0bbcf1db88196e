import { editCost } from '../edits/edit-cost.ts';
import { Fault } from '../fault.ts';
import type { CallOptions, Completion, DraftOrder, Memory, Writer } from '../ports.ts';
import type { Guidance, Usage } from '../types.ts';
import { addUsage, noUsage } from '../usage.ts';
import { shareFollowed } from './check.ts';
import { type Phrasing, phrasings } from './phrasings.ts';

/** One of several drafts for the same context, and what it was written with. */
export interface Candidate {
  readonly phrasing: Phrasing;
  readonly guidance: Guidance | null;
  readonly text: string;
}

/** Several drafts, best first, no two the same; and what all of them cost. */
export interface Alternatives {
  readonly candidates: readonly Candidate[];
  readonly usage: Usage;
}

/** How many drafts to write at most, and how to stop. */
interface AlternativesOptions extends Pick<CallOptions, 'signal'> {
  readonly n?: number;
}

/**
 * Writes drafts side by side from neighbouring wordings of the order's guidance, at most `n` (3) with one
 * call each, and ranks them by how well they agree with it (after RPS, arXiv 2510.20498). The first
 * wording is the guidance as it stands. A draft that fails is left out; when all fail it rejects with
 * the first `Fault`, and with `cancelled` when it was stopped.
 */
export async function alternatives(
  order: DraftOrder,
  { writer, memory }: { readonly writer: Writer; readonly memory: Memory },
  { n = 3, signal }: AlternativesOptions = {},
): Promise<Alternatives> {
  const known = await memory.preferences();
  stopIf(signal);
  const options: CallOptions = signal ? { signal } : {};
  const results = await Promise.allSettled(
    phrasings(order.guidance, known)
      .slice(0, Math.max(1, n))
      .map(async ({ phrasing, guidance }) => ({
        phrasing,
        guidance,
        written: await writer.draft({ ...order, guidance }, options),
      })),
  );
  stopIf(signal);
  const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const [failure] = results.flatMap((result) => (result.status === 'rejected' ? [result] : []));
  if (made.length === 0 && failure) throw failure.reason;
  return {
    candidates: ranked(
      made.map(({ written, ...others }) => ({ ...others, text: written.text })),
      order,
    ),
    usage: made.reduce(
      (sum, { written }: { readonly written: Completion }) => addUsage(sum, written.usage),
      noUsage,
    ),
  };
}

/**
 * Best first: the larger share of the order's countable preferences followed, then the smaller edit cost
 * (words) to the other drafts, then the smaller text in code units. Drafts of the same text count for
 * each other and are given once. The order they come in makes no difference but for which of these stays.
 */
export function ranked(
  candidates: readonly Candidate[],
  { guidance, context }: Pick<DraftOrder, 'guidance' | 'context'>,
): readonly Candidate[] {
  const judged = candidates.map((candidate) => ({
    candidate,
    followed: shareFollowed(candidate.text, guidance, context),
    distance: candidates.reduce(
      (sum, other) => sum + editCost(candidate.text, other.text).words,
      0,
    ),
  }));
  const sorted = judged.toSorted(
    (one, other) =>
      other.followed - one.followed ||
      one.distance - other.distance ||
      compare(one.candidate.text, other.candidate.text),
  );
  return sorted
    .map(({ candidate }) => candidate)
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function stopIf(signal: CallOptions['signal']): void {
  if (signal?.aborted) throw new Fault('cancelled');
}
