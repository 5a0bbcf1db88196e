import type { Usage } from '../../../src/learning/types.ts';
import type { Checked, PlayedRound, Run } from '../types.ts';
import type { Interval } from './bootstrap.ts';
import { costAgainst, cumulativeCost, gapClosed } from './costs.ts';
import { grouped } from './grouped.ts';
import { roundsToRecover } from './recovery.ts';
import { meanOf, ratio, sumOf } from './share.ts';

/** What an agent did over all its runs. Shares are 0 to 1; `null` where there is nothing to tell. */
export interface AgentFigures {
  readonly name: string;
  /** Words changed, all users together; over seeds. */
  readonly cost: { readonly mean: number; readonly sd: number | null };
  /** Words changed by words of the longer text, the mean over rounds. */
  readonly normalised: number;
  readonly gapClosed: Interval | null;
  /** Cost above CIPHER-5's, as a share of it; below 0 is less work. */
  readonly againstCipher5: Interval | null;
  /** Share of drafts sent without a word changed, and with less than 5 % changed. */
  readonly unedited: number;
  readonly underFivePercent: number;
  /** Share of the user's rules that drafts for held-out contexts follow. */
  readonly rulesSatisfied: number | null;
  /** Share of the rules with another value elsewhere where a draft shows that foreign value. */
  readonly wrongScope: number | null;
  readonly recoveryRounds: number | null;
  /** Share of rounds whose draft cost more than the plain one would have. */
  readonly harm: number;
  /** Words of the drafts by words of the plain ones. */
  readonly lengthRatio: number | null;
  readonly ranking: number | null;
  /** How well drafts show what the user wishes, -2 to 2; where a judge says so. */
  readonly component: number | null;
  readonly callsPerRound: number;
  /** What is spent while the user waits for the draft. */
  readonly criticalCallsPerRound: number;
  readonly tokensPerRound: number;
  readonly criticalTokensPerRound: number;
  /** A round, by what they were spent on. */
  readonly tokens: { readonly draft: number; readonly infer: number; readonly verify: number };
  /** Descriptions or examples kept for a user after the last round. */
  readonly storeSize: number;
}

/** The figures of every agent, in the order in which they first appear. */
export function figuresOf(runs: readonly Run[]): AgentFigures[] {
  const users = new Set(runs.map(({ user }) => user)).size;
  return [...grouped(runs, ({ agent }) => agent)].map(([name, own]) => ({
    name,
    cost: cumulativeCost(own, users),
    gapClosed: gapClosed(runs, name),
    againstCipher5: costAgainst(runs, name, 'cipher-5'),
    ...ofDrafts(own),
    ...ofRules(own),
    ranking: meanOf(own.map(({ ranking }) => ranking)),
    ...ofSpending(own),
    storeSize: meanOf(own.map(({ rounds }) => rounds.at(-1)?.storeSize ?? 0)) ?? 0,
  }));
}

const roundsOf = (runs: readonly Run[]): PlayedRound[] => runs.flatMap(({ rounds }) => rounds);

function ofDrafts(runs: readonly Run[]) {
  const rounds = roundsOf(runs);
  const share = (counts: (round: PlayedRound) => boolean): number =>
    ratio(rounds.filter(counts).length, rounds.length) ?? 0;
  return {
    normalised: meanOf(rounds.map(({ cost }) => cost.normalised)) ?? 0,
    unedited: share(({ cost }) => cost.words === 0),
    underFivePercent: share(({ cost }) => cost.normalised < 0.05),
    harm: share(({ cost, plainCost }) => cost.words > plainCost.words),
    lengthRatio: ratio(
      sumOf(rounds, ({ draftLength }) => draftLength),
      sumOf(rounds, ({ plainLength }) => plainLength),
    ),
    component: meanOf(rounds.map(({ component }) => component)),
  };
}

function ofRules(runs: readonly Run[]) {
  const heldOut = runs.flatMap((run) => run.heldOut);
  const all = [...heldOut, ...roundsOf(runs).flatMap(({ checked }) => checked ?? [])];
  const total = (checks: readonly Checked[], of: 'rules' | 'satisfied' | 'scoped' | 'wrongScope') =>
    sumOf(checks, (checked) => checked[of]);
  return {
    rulesSatisfied: ratio(total(heldOut, 'satisfied'), total(heldOut, 'rules')),
    wrongScope: ratio(total(all, 'wrongScope'), total(all, 'scoped')),
    recoveryRounds: meanOf(runs.map(({ rounds }) => roundsToRecover(rounds))),
  };
}

function ofSpending(runs: readonly Run[]) {
  const rounds = roundsOf(runs);
  const aRound = (of: (usage: PlayedRound['usage']) => number): number =>
    ratio(
      sumOf(rounds, ({ usage }) => of(usage)),
      rounds.length,
    ) ?? 0;
  const tokens = {
    draft: aRound(({ draft }) => tokensOf(draft)),
    infer: aRound(({ infer }) => tokensOf(infer)),
    verify: aRound(({ verify }) => tokensOf(verify)),
  };
  return {
    callsPerRound: aRound(({ draft, infer, verify }) => draft.calls + infer.calls + verify.calls),
    criticalCallsPerRound: aRound(({ draft }) => draft.calls),
    tokensPerRound: tokens.draft + tokens.infer + tokens.verify,
    criticalTokensPerRound: tokens.draft,
    tokens,
  };
}

const tokensOf = ({ inputTokens, outputTokens }: Usage): number => inputTokens + outputTokens;
