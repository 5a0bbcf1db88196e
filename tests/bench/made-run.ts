import type { Checked, PlayedRound, Run } from '../../bench/learning/types.ts';

const nothing = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** A round that cost this many words of ten. */
export function madeRound(words: number, changes: Partial<PlayedRound> = {}): PlayedRound {
  return {
    kind: 'work',
    drifted: false,
    cost: { words, normalised: words / 10 },
    plainCost: { words: 5, normalised: 0.5 },
    draftLength: 10,
    plainLength: 10,
    usage: { draft: nothing, infer: nothing, verify: nothing },
    checked: null,
    component: null,
    storeSize: 0,
    ...changes,
  };
}

/** A run of rounds with these costs. */
export function madeRun(agent: string, costs: readonly number[], changes: Partial<Run> = {}): Run {
  return {
    agent,
    user: 'Ada',
    seed: 1,
    rounds: costs.map((words) => madeRound(words)),
    heldOut: [],
    ranking: null,
    ...changes,
  };
}

export function madeChecked(changes: Partial<Checked> = {}): Checked {
  return { rules: 0, satisfied: 0, scoped: 0, wrongScope: 0, followsDrift: null, ...changes };
}
