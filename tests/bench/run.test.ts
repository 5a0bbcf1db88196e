import pLimit from 'p-limit';
import { describe, expect, test } from 'vitest';
import { playCell } from '../../bench/learning/cell.ts';
import { createPlainDrafts } from '../../bench/learning/plain-drafts.ts';
import { playHere } from '../../bench/learning/play-here.ts';
import { lines } from '../../bench/learning/progress.ts';
import type { World } from '../../bench/learning/types.ts';
import { Fault } from '../../src/learning/fault.ts';
import { byRecipient, toyRound, toyUser, toyUsers, toyWorld, toyWriter } from './toy-world.ts';

const ignore = (): void => {};

function play(
  world: World,
  agents: readonly string[],
  onRounds = ignore as (count: number) => void,
) {
  const [user] = world.users;
  if (!user) throw new Error('nobody to play with');
  return playCell({ world, seed: 1, user, agents, embedder: byRecipient }, pLimit(2), onRounds);
}

describe('a run', () => {
  test('goes through the rounds in order, and keeps the plain draft beside each', async () => {
    const { runs } = await play(toyWorld(toyUsers()), ['oracle', 'no-learning']);
    const [oracle, plain] = runs;
    expect(oracle?.rounds.map(({ cost }) => cost.words)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(oracle?.rounds.map(({ plainCost }) => plainCost.words)).toEqual(
      plain?.rounds.map(({ cost }) => cost.words),
    );
    expect(oracle?.rounds.map(({ kind }) => kind).slice(0, 3)).toEqual(['ann', 'bob', 'ann']);
    expect(oracle?.heldOut).toEqual([
      { rules: 1, satisfied: 1, scoped: 0, wrongScope: 0, followsDrift: null },
    ]);
    expect(plain?.heldOut[0]?.satisfied).toBe(0);
  });

  test('learns nothing from held-out rounds', async () => {
    const [user] = toyUsers();
    await play(toyWorld([user]), ['penchant']);
    expect(user.edits).not.toContain('ada-h');
  });

  test('that fails is missing, and the others go on', async () => {
    const writer = toyWriter();
    const failing: World = toyWorld(toyUsers(), writer, {
      writer: (_user, agent) =>
        agent === 'cipher-5'
          ? { ...writer, infer: async () => Promise.reject(new Fault('unreachable', 'localhost')) }
          : writer,
    });
    let rounds = 0;
    const { runs, missing } = await play(failing, ['cipher-1', 'cipher-5', 'penchant'], (count) => {
      rounds += count;
    });
    expect(runs.map(({ agent }) => agent)).toEqual(['cipher-1', 'penchant']);
    expect(missing).toEqual([
      { agent: 'cipher-5', user: 'Ada', seed: 1, reason: 'round 1: unreachable: localhost' },
    ]);
    // Rounds that are never played do not hold up the bar.
    expect(rounds).toBe(24);
  });

  test('holds back no more side by side than allowed', async () => {
    const writer = toyWriter();
    let under = 0;
    let most = 0;
    const counted = {
      ...writer,
      draft: async (order: Parameters<typeof writer.draft>[0]) => {
        under += 1;
        most = Math.max(most, under);
        await new Promise((done) => setImmediate(done));
        under -= 1;
        return writer.draft(order);
      },
    };
    const worlds = new Map([
      [1, toyWorld(toyUsers(), counted)],
      [2, toyWorld(toyUsers(), counted)],
    ]);
    const agents = ['oracle', 'generic-style'];
    const { runs } = await playHere(
      { worlds, agents, embedder: byRecipient, concurrency: 3 },
      ignore,
    );
    expect(most).toBe(3);
    expect(runs.map(({ seed, user, agent }) => `${seed} ${user} ${agent}`)).toEqual(
      [1, 2].flatMap((seed) =>
        ['Ada', 'Ben'].flatMap((user) => agents.map((agent) => `${seed} ${user} ${agent}`)),
      ),
    );
  });
});

describe('plain drafts', () => {
  test('are made once, whichever agent asks first', async () => {
    const writer = toyWriter();
    const plainWriter = toyWriter();
    const users = toyUsers();
    const world = toyWorld(users, writer, {
      writer: (_user, agent) => (agent === 'no-learning' ? plainWriter : writer),
    });
    await play(world, ['oracle', 'generic-style', 'penchant']);
    // Eight rounds and one held-out, though three agents were held against them.
    expect(plainWriter.asked.drafts.map(({ notes }) => notes).sort()).toEqual(
      [...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Mail ada-${number}`), 'Mail ada-h'].sort(),
    );
    expect(users[0].edits.filter((id) => id === 'ada-1')).toHaveLength(4);
  });

  test('that failed are made again by whoever comes next', async () => {
    const writer = toyWriter();
    let failures = 1;
    const [user] = toyUsers();
    const world = toyWorld([user], {
      ...writer,
      draft: async (order) => {
        failures -= 1;
        if (failures >= 0) throw new Fault('timed-out');
        return writer.draft(order);
      },
    });
    const plain = createPlainDrafts(world, user);
    const round = toyRound('r', 'ann', 'Yours');
    await expect(plain.edited(round)).rejects.toThrow('timed-out');
    expect(await plain.edited(round)).toMatchObject({ cost: { words: 1 }, length: 4 });
  });
});

describe('ranking', () => {
  /** Goes by the closing it is told, and by the place of a text where it is told none. */
  const judge: NonNullable<World['judge']> = async (guidance, first) => {
    const closing = /“([^”]+)”/u.exec(guidance)?.[1] ?? '';
    return first.endsWith(closing) ? 'first' : 'second';
  };

  test('tells who learned something', async () => {
    const { runs } = await play(toyWorld(toyUsers(), toyWriter(), { judge }), [
      'oracle',
      'no-learning',
      'wrong-user',
      'penchant',
    ]);
    expect(runs.map(({ ranking }) => ranking)).toEqual([1, 0.5, 0.5, 1]);
  });

  test('gives half a point to a judge who goes by the order', async () => {
    const world = toyWorld(toyUsers(), toyWriter(), { judge: async () => 'first' });
    expect((await play(world, ['oracle'])).runs[0]?.ranking).toBe(0.5);
  });

  test('has nothing to judge where the plain draft is what they send', async () => {
    const content = toyUser('Kim', [], [toyRound('h', 'ann', 'Regards')]);
    const world = toyWorld([content], toyWriter(), { judge });
    expect((await play(world, ['oracle'])).runs[0]?.ranking).toBeNull();
  });
});

test('progress without a terminal is a line every tenth of the work', () => {
  const told: string[] = [];
  const progress = lines(40, (line) => told.push(line));
  for (let round = 0; round < 40; round += 1) progress.advance(1);
  expect(told).toHaveLength(10);
  expect(told[0]).toBe('10 % (4 of 40 rounds)');
  expect(told.at(-1)).toBe('100 % (40 of 40 rounds)');
});
