import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DataRecord } from '../../bench/learning/data/read-records.ts';
import { sources } from '../../bench/learning/data/sources.ts';
import { componentsOf } from '../../bench/learning/plume/components.ts';
import { openPlumeWorld } from '../../bench/learning/plume/world.ts';
import { freshFolder, modelsFor, playAll, withPeople } from './people.ts';
import { everybody, partsOf, roleOf } from './people-replies.ts';

const hello = 'opens with “Hello,”; closes with “Cheers”';
const record = (changes: Partial<DataRecord> = {}): DataRecord => ({
  id: 'r1',
  domain: 'news',
  text: 'A ferry runs on batteries.',
  place: 'x:1',
  ...changes,
});

async function openWorld({ reply = everybody(), own = true, task = 'email' as const } = {}) {
  const server = await withPeople(reply);
  const file = join(await freshFolder(), 'data.jsonl');
  const records = Array.from({ length: 6 }, (_, at) =>
    record({
      id: `r${at}`,
      domain: 'diary',
      text: `Day ${at} was long.`,
      preference: at < 3 ? hello : 'plain',
    }),
  );
  await writeFile(file, records.map((one) => JSON.stringify(one)).join('\n'));
  const models = await modelsFor(server);
  const world = await openPlumeWorld({
    ...models,
    dataFiles: own ? [file] : [],
    task,
    rounds: 2,
    shuffle: false,
  })(1);
  return { world, server };
}

describe('the wishes of plume', () => {
  test('are the record’s own, divided at “;”, else those of its source', () => {
    expect(
      componentsOf(record({ preference: 'brief; use semicolons (;) when possible;' }), 'email'),
    ).toEqual(['brief', 'use semicolons (;) when possible']);
    for (const task of ['email', 'summarization'] as const) {
      const sets = sources[task].map((domain) => componentsOf(record({ domain }), task));
      expect(sets.every((set) => set.length === 4)).toBe(true);
      expect(new Set(sets.flat()).size).toBe(4 * sets.length);
    }
  });

  test('must be said for any other domain', () => {
    expect(() => componentsOf(record({ domain: 'diary' }), 'email')).toThrow(
      /^x:1, field preference.*“;”/,
    );
  });
});

describe('the world of plume', () => {
  test('has a user for each set of wishes, with rounds and held-out texts of their own', async () => {
    const { world } = await openWorld();
    expect(
      world.users.map(({ rounds, heldOut, name }) => [name, rounds.length, heldOut.length]),
    ).toEqual([
      ['1 diary', 2, 1],
      ['2 diary', 2, 1],
    ]);
    const shipped = await openWorld({ own: false });
    expect(shipped.world.users.length).toBeGreaterThanOrEqual(8);
    const [user] = world.users;
    expect(user && world.stranger?.(user).rounds[0]?.wanted).toBe('plain');
  });

  test('the user writes from scratch, once a round, and never sees a draft', async () => {
    const { world, server } = await openWorld();
    await playAll(world, ['no-learning', 'oracle']);
    const asked = server.requests.filter((request) => roleOf(request) === 'user');
    expect(asked).toHaveLength(2 * 3);
    for (const request of asked) {
      expect([...partsOf(request).keys()]).toEqual(['material', 'style']);
    }
  });

  test('is played through: what is sent is the user’s own text, and learning shows in the wishes', async () => {
    const { world } = await openWorld();
    const [user] = world.users;
    const [round] = user?.rounds ?? [];
    if (!user || !round) throw new Error('There is no user.');
    expect((await user.edit('Any draft.', round)).final).toBe(
      'Hello,\n\nDay 0 was long.\n\nCheers',
    );
    const runs = await playAll(world, ['penchant', 'no-learning']);
    const components = (agent: string) =>
      runs
        .find((run) => run.agent === agent && run.user === user.name)
        ?.rounds.map(({ component }) => component);
    expect(components('no-learning')).toEqual([-2, -2]);
    expect(components('penchant')?.[0]).toBe(-2);
    expect(components('penchant')?.at(-1)).toBe(2);
  });

  test('a judge who says nothing of use is asked again once, and gives no score', async () => {
    const { world, server } = await openWorld({
      reply: (prompt) => (prompt.json ? 'Good!' : everybody()(prompt)),
    });
    const [user] = world.users;
    const [round] = user?.rounds ?? [];
    if (!user || !round) throw new Error('There is no user.');
    expect(await user.component?.('Hello,', round)).toBeNull();
    expect(server.requests).toHaveLength(2);
  });

  test('a user without a usable text sends the draft, and that is noted', async () => {
    const { world } = await openWorld({
      reply: (prompt) => (roleOf(prompt) === 'user' ? '""' : everybody()(prompt)),
    });
    const [user] = world.users;
    const [round] = user?.rounds ?? [];
    if (!user || !round) throw new Error('There is no user.');
    expect((await user.edit('The draft.', round)).final).toBe('The draft.');
    expect(world.notes?.()).toEqual([expect.stringContaining('round r0')]);
  });
});
