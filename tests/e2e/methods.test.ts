import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import { changeSettings, listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const toAlex = planRounds(14).filter(({ recipient }) => recipient === alex.address);

describe.each(['cipher-5', 'cipher-1'] as const)('the published method %s', (kind) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceInChromium();
    const { desk } = practice;
    await setUp(desk, null);
    await changeSettings(desk.own, (settings) => ({
      ...settings,
      method: { kind, threshold: 0 },
    }));
  });
  afterAll(() => practice?.close());

  test('can be chosen, begins with nothing, and learns one phrase an edit', async () => {
    const costs: number[] = [];
    for (const [index, planned] of toAlex.slice(0, 3).entries()) {
      const round = await playRound(practice.desk, planned, index + 1);
      costs.push(round.normalised);
      if (index === 0) {
        expect(round.used).toEqual([]);
        expect(round.learned).toHaveLength(1);
      } else expect(round.used.length).toBeGreaterThan(0);
    }
    const [first = 0, ...others] = costs;
    expect(first).toBeGreaterThan(0.3);
    for (const cost of others) expect(cost).toBeLessThan(first / 2);
    const { episodes } = await listEpisodes(practice.desk.own);
    expect(episodes.map(({ standing }) => standing?.kind)).toContain('inferred');
  });
});
