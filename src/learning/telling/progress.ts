import type { Comparison, Episode, Facet } from '../types.ts';
import { median, quantile } from './median.ts';

/** What a sent mail says of how well drafts fit. */
export interface Sent {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Edit cost: words, and share of the longer text (0 to 1). */
  readonly words: number;
  readonly normalised: number;
  /** First recipient, lower case; may be empty. */
  readonly recipient: string;
  /** Of the preferences it was drafted with, each once. */
  readonly facets: readonly Facet[];
  /** Of the draft, in UTF-16 units: shorter drafts are edited less, so this belongs beside the cost. */
  readonly draftLength: number;
  /** Which side of the comparison it was on; left out where it was on none. */
  readonly comparison?: Comparison;
  readonly calls: number;
  readonly tokens: number;
}

/** The sent mail in an episode; `null` of one that was not sent. */
export function sentOf({
  at,
  cost,
  outcome,
  context,
  guidance,
  comparison,
  draft,
  usage,
}: Episode): Sent | null {
  if (cost === null || (outcome !== 'sent' && outcome !== 'scheduled')) return null;
  return {
    at,
    words: cost.words,
    normalised: cost.normalised,
    recipient: (context.recipients[0]?.address ?? '').toLowerCase(),
    facets: [...new Set(guidance?.preferences.map(({ facet }) => facet) ?? [])],
    draftLength: draft.length,
    ...(comparison && { comparison }),
    calls: usage.draft.calls + usage.learn.calls,
    tokens:
      usage.draft.inputTokens +
      usage.draft.outputTokens +
      usage.learn.inputTokens +
      usage.learn.outputTokens,
  };
}

/** Some mails in numbers. Costs are normalised; shares are from 0 to 1. */
export interface Figures {
  readonly mails: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly unedited: number;
  readonly draftLength: number;
  /** For each mail, all steps together. */
  readonly calls: number;
  readonly tokens: number;
}

/** Median and quartiles of the cost, and the rest; `null` of no mail. */
export function figuresOf(mails: readonly Sent[]): Figures | null {
  if (mails.length === 0) return null;
  const costs = mails.map(({ normalised }) => normalised);
  const mean = (of: (mail: Sent) => number): number =>
    mails.reduce((sum, mail) => sum + of(mail), 0) / mails.length;
  return {
    mails: mails.length,
    median: median(costs),
    lower: quantile(costs, 0.25),
    upper: quantile(costs, 0.75),
    unedited: mean(({ words }) => Number(words === 0)),
    draftLength: median(mails.map((mail) => mail.draftLength)),
    calls: mean(({ calls }) => calls),
    tokens: mean(({ tokens }) => tokens),
  };
}

/** A moment, and the figures of the mails up to it. */
export interface Moment extends Figures {
  readonly at: number;
}

/**
 * How it went: at most `points` moments, evenly spread over the mails and the last mail among them, each with
 * the figures of the `window` mails up to it. Before there are so many nothing is said.
 */
export function course(mails: readonly Sent[], window: number, points: number): readonly Moment[] {
  const sorted = mails.toSorted((one, other) => one.at - other.at);
  const first = window - 1;
  const last = sorted.length - 1;
  if (last < first) return [];
  const count = Math.min(points, last - first + 1);
  const step = count === 1 ? 0 : (last - first) / (count - 1);
  return Array.from({ length: count }, (_, index) => {
    const end = count === 1 ? last : Math.round(first + index * step);
    const figures = figuresOf(sorted.slice(end - first, end + 1));
    const at = sorted[end]?.at;
    return figures && at !== undefined ? [{ ...figures, at }] : [];
  }).flat();
}

/** Figures of each group, the largest first; a mail may belong to several groups. */
export function byGroup<Group extends string>(
  mails: readonly Sent[],
  groupsOf: (mail: Sent) => readonly Group[],
): readonly { readonly group: Group; readonly figures: Figures }[] {
  const groups = new Map<Group, Sent[]>();
  for (const mail of mails) {
    for (const group of groupsOf(mail)) {
      const known = groups.get(group);
      if (known) known.push(mail);
      else groups.set(group, [mail]);
    }
  }
  return [...groups]
    .flatMap(([group, some]) => {
      const figures = figuresOf(some);
      return figures ? [{ group, figures }] : [];
    })
    .sort(
      (one, other) => other.figures.mails - one.figures.mails || (one.group < other.group ? -1 : 1),
    );
}
