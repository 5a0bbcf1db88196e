import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap } from '../../bench/learning/figures/bootstrap.ts';
import { costAgainst, cumulativeCost, gapClosed } from '../../bench/learning/figures/costs.ts';
import { figuresOf } from '../../bench/learning/figures/figures.ts';
import { roundsToRecover } from '../../bench/learning/figures/recovery.ts';
import { draw } from '../../bench/learning/scripted/draw.ts';
import type { PlayedRound, Run } from '../../bench/learning/types.ts';
import { madeChecked, madeRound, madeRun } from './made-run.ts';

const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + row, 0);
const mean = (rows: readonly number[]): number => sum(rows) / rows.length;

describe('the bootstrap interval', () => {
  test('is the figure itself where all rows are alike', () => {
    expect(bootstrap([3, 3, 3], mean)).toEqual({ mean: 3, low: 3, high: 3 });
  });

  test('holds the truth about as often as it says', () => {
    const trials = 80;
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const rows = Array.from({ length: 30 }, (_, row) => draw('coverage', trial, row));
      const interval = bootstrap(rows, mean);
      if (interval && interval.low <= 0.5 && interval.high >= 0.5) held += 1;
    }
    expect(held / trials).toBeGreaterThan(0.87);
    expect(held / trials).toBeLessThan(1);
  });

  test('narrows with more rows', () => {
    const width = (count: number): number => {
      const rows = Array.from({ length: count }, (_, row) => draw('width', row));
      const interval = bootstrap(rows, mean);
      return interval ? interval.high - interval.low : Number.NaN;
    };
    expect(width(100)).toBeLessThan(width(10) / 2);
  });

  test('is the same every time, and none where there is nothing', () => {
    expect(bootstrap([1, 5, 9, 2], mean)).toEqual(bootstrap([1, 5, 9, 2], mean));
    expect(bootstrap([], mean)).toBeNull();
    expect(bootstrap([1], () => Number.NaN)).toBeNull();
  });
});

/** One run of one round for each agent, user and seed. */
function meeting(user: string, seed: number, costs: Readonly<Record<string, number>>): Run[] {
  return Object.entries(costs).map(([agent, words]) => madeRun(agent, [words], { user, seed }));
}

describe('costs', () => {
  test('are summed over rounds and users, and spread over seeds', () => {
    const runs = [
      madeRun('a', [1, 2], { user: 'Ada', seed: 1 }),
      madeRun('a', [3], { user: 'Ben', seed: 1 }),
      madeRun('a', [4], { user: 'Ada', seed: 2 }),
      madeRun('a', [6], { user: 'Ben', seed: 2 }),
    ];
    expect(cumulativeCost(runs, 2)).toEqual({ mean: 8, sd: Math.sqrt(8) });
    expect(cumulativeCost(runs.slice(0, 2), 2)).toEqual({ mean: 6, sd: null });
  });

  test('are no lower for a run that is missing', () => {
    expect(cumulativeCost([madeRun('a', [7])], 2).mean).toBe(14);
  });

  test('close the gap between no learning and the oracle, on totals', () => {
    const runs = [
      ...meeting('Ada', 1, { oracle: 0, 'no-learning': 10, penchant: 4 }),
      ...meeting('Ben', 1, { oracle: 10, 'no-learning': 40, penchant: 16 }),
    ];
    // (50 - 20) of (50 - 10)
    expect(gapClosed(runs, 'penchant')?.mean).toBeCloseTo(0.75);
    expect(gapClosed(runs, 'oracle')).toEqual({ mean: 1, low: 1, high: 1 });
    expect(gapClosed(runs, 'no-learning')).toEqual({ mean: 0, low: 0, high: 0 });
  });

  test('are paired: the same share everywhere leaves no doubt, however unlike the users are', () => {
    const runs = [1, 7, 50, 200].flatMap((size, seed) =>
      meeting('Ada', seed, {
        oracle: 0,
        'no-learning': 10 * size,
        penchant: 2 * size,
        'cipher-5': 4 * size,
      }),
    );
    const gap = gapClosed(runs, 'penchant');
    expect([gap?.low, gap?.mean, gap?.high]).toEqual([0.8, 0.8, 0.8]);
    const against = costAgainst(runs, 'penchant', 'cipher-5');
    expect([against?.low, against?.mean, against?.high]).toEqual([-0.5, -0.5, -0.5]);
  });

  test('are compared only where both were played', () => {
    const runs = [...meeting('Ada', 1, { a: 10, b: 20 }), ...meeting('Ben', 1, { b: 1_000 })];
    expect(costAgainst(runs, 'a', 'b')?.mean).toBe(-0.5);
    expect(costAgainst(runs, 'a', 'c')).toBeNull();
  });

  test('close no gap where there is none', () => {
    const runs = meeting('Ada', 1, { oracle: 3, 'no-learning': 3, penchant: 3 });
    expect(gapClosed(runs, 'penchant')).toBeNull();
  });
});

describe('rounds to recover', () => {
  const rounds = (follows: readonly (boolean | null)[]): PlayedRound[] =>
    follows.map((followsDrift) =>
      madeRound(0, { drifted: true, checked: madeChecked({ followsDrift }) }),
    );

  test.each([
    [[true, true], 0],
    [[false, true, true, false], 1],
    [[false, true, false, false, true, true], 4],
    [[false, true, null, true], 1],
    [[false, false, false], 3],
    [[false, false, true], 3],
  ])('%j takes %i', (follows, taken) => {
    expect(roundsToRecover(rounds(follows))).toBe(taken);
  });

  test('count only rounds in which something has changed', () => {
    const before = [true, true].map((followsDrift) =>
      madeRound(0, { checked: madeChecked({ followsDrift }) }),
    );
    expect(roundsToRecover([...before, ...rounds([false, true, true])])).toBe(1);
    expect(roundsToRecover(before)).toBeNull();
  });

  test('are never more than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (follows) => {
        const taken = roundsToRecover(rounds(follows)) ?? -1;
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThanOrEqual(follows.length);
      }),
    );
  });
});

describe('the figures of an agent', () => {
  const usage = (calls: number, tokens: number) => ({
    calls,
    inputTokens: tokens,
    outputTokens: 1,
  });
  const only = (run: Partial<Run>) => {
    const [figures] = figuresOf([madeRun('penchant', [], run)]);
    if (!figures) throw new Error('no figures');
    return figures;
  };

  test('tell harm from help', () => {
    const costs = [4, 5, 6, 9];
    expect(only({ rounds: costs.map((words) => madeRound(words)) }).harm).toBe(0.5);
  });

  test('count drafts sent as they were, and nearly so', () => {
    const light = madeRound(1, { cost: { words: 1, normalised: 0.04 } });
    const figures = only({ rounds: [madeRound(0), light, madeRound(5), madeRound(1)] });
    expect(figures.unedited).toBe(0.25);
    expect(figures.underFivePercent).toBe(0.5);
    expect(figures.normalised).toBeCloseTo((0 + 0.04 + 0.5 + 0.1) / 4);
  });

  test('weigh length by words, not by mails', () => {
    const rounds = [
      madeRound(0, { draftLength: 10, plainLength: 10 }),
      madeRound(0, { draftLength: 20, plainLength: 50 }),
    ];
    expect(only({ rounds }).lengthRatio).toBe(0.5);
  });

  test('check rules on held-out mails, and wrong scope on all', () => {
    const figures = only({
      rounds: [madeRound(0, { checked: madeChecked({ rules: 9, scoped: 3, wrongScope: 2 }) })],
      heldOut: [madeChecked({ rules: 4, satisfied: 3, scoped: 1, wrongScope: 0 })],
    });
    expect(figures.rulesSatisfied).toBe(0.75);
    expect(figures.wrongScope).toBe(0.5);
  });

  test('split what was spent, a round', () => {
    const spent = { draft: usage(1, 99), infer: usage(2, 39), verify: usage(1, 19) };
    const figures = only({
      rounds: [madeRound(0, { usage: spent, storeSize: 1 }), madeRound(0, { storeSize: 6 })],
    });
    expect(figures.tokens).toEqual({ draft: 50, infer: 20, verify: 10 });
    expect(figures.tokensPerRound).toBe(80);
    expect(figures.criticalTokensPerRound).toBe(50);
    expect(figures.callsPerRound).toBe(2);
    expect(figures.criticalCallsPerRound).toBe(0.5);
    expect(figures.storeSize).toBe(6);
  });

  test('say nothing where there is nothing to tell', () => {
    expect(only({ rounds: [madeRound(1)] })).toMatchObject({
      gapClosed: null,
      againstCipher5: null,
      rulesSatisfied: null,
      wrongScope: null,
      recoveryRounds: null,
      ranking: null,
      component: null,
    });
  });
});
