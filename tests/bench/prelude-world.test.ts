import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPreludeWorld, type PreludeOptions } from '../../bench/learning/prelude/world.ts';
import type { Run } from '../../bench/learning/types.ts';
import { freshFolder, modelsFor, play, playAll, withPeople } from './people.ts';
import { partsOf, roleOf } from './people-replies.ts';

const ann = { name: 'Ann Lee', title: 'Dr.', email: 'ann@clinic.example' };
const tom = { name: 'Tom Becker', email: 'tom@shop.example' };
const toAnn = 'opens with “Good day,”, closes with “Kind regards / Sam”';
const toTom = 'opens with “Tom –”, closes with “Cheers”';

/** One user who writes to two people in turn, in two ways. */
async function dataFile(count = 6, fact?: string): Promise<string> {
  const file = join(await freshFolder(), 'mailbox.jsonl');
  const records = Array.from({ length: count }, (_, at) => ({
    id: `mail-${at}`,
    domain: 'mailbox',
    text: `The parcel number ${at} is on its way.`,
    preference: at % 2 === 0 ? toAnn : toTom,
    recipient: at % 2 === 0 ? ann : tom,
    fact,
  }));
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  return file;
}

type Changes = Partial<PreludeOptions> & {
  readonly modelChanges?: Parameters<typeof modelsFor>[1];
};

async function openWorld({ modelChanges = {}, ...changes }: Changes = {}, server = withPeople()) {
  const models = await modelsFor(await server, modelChanges);
  const world = await openPreludeWorld({
    ...models,
    dataFiles: changes.dataFiles ?? [await dataFile()],
    task: 'email',
    rounds: 4,
    shuffle: false,
    faithful: false,
    recipients: 'given',
    ...changes,
  })(1);
  return { world, models, server: await server };
}

const costs = (runs: readonly Run[], name: string): number[] =>
  runs
    .filter(({ agent }) => agent === name)
    .flatMap(({ rounds }) => rounds.map(({ cost }) => cost.words));

describe('the world of prelude', () => {
  test('is played through: who knows has nothing to edit, who learns soon has nothing', async () => {
    const agents = ['oracle', 'no-learning', 'wrong-user', 'cipher-5', 'penchant'];
    const { world } = await openWorld();
    const runs = await playAll(world, agents);
    expect(runs.map(({ agent }) => agent)).toEqual(agents);
    expect(costs(runs, 'oracle')).toEqual(Array(4).fill(0));
    expect(Math.min(...costs(runs, 'no-learning'))).toBeGreaterThan(0);
    expect(Math.min(...costs(runs, 'wrong-user'))).toBeGreaterThan(0);
    expect(costs(runs, 'penchant').slice(2)).toEqual(Array(2).fill(0));
    const penchant = runs.find(({ agent }) => agent === 'penchant');
    expect(penchant?.ranking).toBe(1);
    expect(runs.find(({ agent }) => agent === 'no-learning')?.ranking).toBe(0.5);
    expect(
      penchant?.rounds.every(({ checked, component }) => checked === null && component === null),
    ).toBe(true);
    expect(world.notes?.()).toEqual([]);
  }, 20_000);

  test('tells the agents neither the wishes nor the facts of the user', async () => {
    const dataFiles = [await dataFile(2, 'The parcel is late.')];
    const { world, server } = await openWorld({ dataFiles });
    await playAll(world, ['no-learning']);
    const asked = server.requests.filter((request) => roleOf(request) === 'agent');
    expect(asked.length).toBeGreaterThan(0);
    for (const { user, system } of asked)
      expect(`${system}${user}`).not.toMatch(/late|Kind regards|Cheers/);
  });

  test('a second run from the cache asks nothing and gives the same figures', async () => {
    const [cache, dataFiles] = [await freshFolder(), [await dataFile()]];
    const first = await openWorld({ dataFiles, modelChanges: { cache } });
    const runs = await playAll(first.world, ['penchant', 'cipher-5']);
    const paid = first.models.spent();
    expect(paid.tokens).toBeGreaterThan(0);
    const again = await openWorld(
      { dataFiles, modelChanges: { cache } },
      Promise.resolve(first.server),
    );
    const before = first.server.requests.length;
    expect(await playAll(again.world, ['penchant', 'cipher-5'])).toEqual(runs);
    expect(first.server.requests).toHaveLength(before);
    expect(again.models.spent()).toMatchObject({ tokens: 0 });
  });

  test('a run that was stopped goes on where it was, and nothing is asked twice', async () => {
    const dataFiles = [await dataFile()];
    const agents = ['penchant', 'cipher-1'];
    const whole = await openWorld({ dataFiles, modelChanges: { cache: await freshFolder() } });
    const runs = await playAll(whole.world, agents);
    const server = withPeople();
    const modelChanges = { cache: await freshFolder() };
    const budget = Math.floor(whole.models.spent().tokens / 2);
    const stopped = await openWorld(
      { dataFiles, modelChanges: { ...modelChanges, budget } },
      server,
    );
    const { missing } = await play(stopped.world, agents);
    expect(missing[0]?.reason).toContain('budget');
    const before = stopped.server.requests.length;
    expect(before).toBeGreaterThan(0);
    // The cache is by server, so the same one goes on.
    const resumed = await openWorld({ dataFiles, modelChanges }, server);
    expect(await playAll(resumed.world, agents)).toEqual(runs);
    expect(stopped.server.requests).toHaveLength(whole.server.requests.length);
  });

  test('a user whom nothing satisfies shows as noise, a settled one does not', async () => {
    const settled = await openWorld({ dataFiles: [await dataFile(4)] });
    expect(await settled.world.userNoise?.()).toBeNull();
    await playAll(settled.world, ['no-learning']);
    expect(await settled.world.userNoise?.()).toEqual({
      texts: 4,
      edited: 0,
      cost: { words: 0, normalised: 0 },
    });

    const restless = withPeople((prompt) => {
      const draft = partsOf(prompt).get('draft') ?? '';
      if (roleOf(prompt) === 'agent') return 'One two three four.';
      return /yes or no/.test(prompt.system) ? 'No.' : `${draft} more`;
    });
    const { world } = await openWorld({ dataFiles: [await dataFile(4)] }, restless);
    await playAll(world, ['no-learning']);
    expect(await world.userNoise?.()).toMatchObject({ texts: 4, edited: 1, cost: { words: 1 } });
  });

  test('the stranger writes the same mails with other wishes, whatever the user wants', async () => {
    for (const dataFiles of [[], [await dataFile()]]) {
      const { world } = await openWorld({ dataFiles });
      const [user] = world.users;
      if (!user) throw new Error('There is no user.');
      const stranger = world.stranger?.(user);
      const pairs = [...user.rounds, ...user.heldOut].map((round, at) => {
        const other = [...(stranger?.rounds ?? []), ...(stranger?.heldOut ?? [])][at];
        return { same: other?.id === round.id, wanted: [round.wanted, other?.wanted] as const };
      });
      expect(pairs.every(({ same }) => same)).toBe(true);
      for (const { wanted } of pairs) expect(wanted[0]).not.toBe(wanted[1]);
    }
  });
});
