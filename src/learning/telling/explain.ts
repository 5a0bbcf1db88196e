import { domainOf } from '../evidence/address.ts';
import { appliesTo } from '../evidence/applies.ts';
import type { Episode, Evidence, Preference } from '../types.ts';
import { type CountedHabit, countedHabits } from './explain-counts.ts';
import { median } from './median.ts';

/** Somebody, and how many mails to them say so. */
interface Told {
  /** A mail address or a domain, lower case. */
  readonly who: string;
  readonly times: number;
}

/** Whom the mails went to, most often first. */
interface People {
  readonly recipients: readonly Told[];
  readonly domains: readonly Told[];
}

/** Mails, and their median edit cost in words. */
interface CostOf {
  readonly mails: number;
  readonly medianWords: number;
}

/** What is known of a preference, in numbers (after PROFILE); the interface makes sentences of them. */
export interface Explanation {
  /** Edits that show it. */
  readonly supported: number;
  /** Drafts with it that were left alone. */
  readonly confirmed: number;
  /** Edits against it where it held, and mails written otherwise where it never did. */
  readonly contradicted: number;
  readonly differing: number;
  /** First and last mail that spoke for it, milliseconds since 1970; `null` where none did. */
  readonly since: number | null;
  readonly last: number | null;
  readonly held: People;
  readonly otherwise: People;
  /** For what code can count of it. */
  readonly counted: readonly CountedHabit[];
  /** What sent mails cost that were drafted with it, and those in its scope from before it was known. */
  readonly cost: { readonly applied: CostOf | null; readonly before: CostOf | null };
}

/**
 * What a preference rests on and what it does. `episodes` may be more than its evidence; evidence whose
 * episode is not among them counts, but cannot be measured.
 */
export function explain(preference: Preference, episodes: readonly Episode[]): Explanation {
  const { evidence } = preference;
  const times = (kind: Evidence['says']): number =>
    evidence.filter(({ says }) => says === kind).length;
  const [held, otherwise] = [evidence.filter(speaksFor), evidence.filter((one) => !speaksFor(one))];
  return {
    supported: times('supports'),
    confirmed: times('confirms'),
    contradicted: times('contradicts'),
    differing: times('differs'),
    since: held.length === 0 ? null : Math.min(...held.map(({ at }) => at)),
    last: held.length === 0 ? null : Math.max(...held.map(({ at }) => at)),
    held: people(held),
    otherwise: people(otherwise),
    counted: countedHabits(preference, episodes),
    cost: {
      applied: costOf(episodes.filter((episode) => wasApplied(preference, episode))),
      before: costOf(episodes.filter((episode) => wasUnknown(preference, episode))),
    },
  };
}

const speaksFor = ({ says }: Evidence): boolean => says === 'supports' || says === 'confirms';

function people(evidence: readonly Evidence[]): People {
  const addresses = evidence.map(({ recipient }) => recipient.toLowerCase());
  return { recipients: tally(addresses), domains: tally(addresses.map(domainOf)) };
}

/** How often each occurs, most often first; the empty name is nobody. */
function tally(names: readonly string[]): readonly Told[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([who, times]) => ({ who, times }))
    .sort((one, other) => other.times - one.times || (one.who < other.who ? -1 : 1));
}

function wasApplied({ id }: Preference, { guidance }: Episode): boolean {
  return guidance?.preferences.some((applied) => applied.id === id) ?? false;
}

/** Drafted before it was known, for somebody it is meant for; the mails it was learned from are such. */
function wasUnknown(preference: Preference, episode: Episode): boolean {
  if (episode.at >= preference.createdAt || wasApplied(preference, episode)) return false;
  return (
    appliesTo(preference, episode.context) !== null ||
    preference.evidence.some((one) => one.episodeId === episode.id && speaksFor(one))
  );
}

function costOf(episodes: readonly Episode[]): CostOf | null {
  const words = episodes.flatMap(({ cost }) => (cost === null ? [] : [cost.words]));
  return words.length === 0 ? null : { mails: words.length, medianWords: median(words) };
}
