import { expect, test } from 'vitest';
import { agentNames, createAgent } from '../../bench/learning/agents/all.ts';
import type { Agent, Round, SimulatedUser } from '../../bench/learning/types.ts';
import { editCost } from '../../src/learning/edits/edit-cost.ts';
import { byRecipient, oneCall, toyRound, toyUser, toyUsers, toyWriter } from './toy-world.ts';

/** Lets an agent write all rounds of a user; the cost of each in words. */
async function costs(agent: Agent, user: SimulatedUser): Promise<number[]> {
  const found: number[] = [];
  for (const round of user.rounds) found.push(await play(agent, user, round));
  return found;
}

async function play(agent: Agent, user: SimulatedUser, round: Round): Promise<number> {
  const written = await agent.draft(round);
  const { final } = await user.edit(written.text, round);
  await agent.learn(round, written, final);
  return editCost(written.text, final).words;
}

function setting(name: string) {
  const writer = toyWriter();
  const [user, stranger] = toyUsers();
  return {
    writer,
    user,
    agent: createAgent(name, { writer, embedder: byRecipient, user, stranger }),
  };
}

/** Edited in every round that the agent does not foresee: a person a closing, always another one. */
function restless(rounds: number): SimulatedUser {
  return toyUser(
    'Ida',
    Array.from({ length: rounds }, (_, index) => toyRound(`i${index}`, 'ann', `Bye${index}`)),
  );
}

test('the oracle is never corrected and learns nothing', async () => {
  const { agent, user, writer } = setting('oracle');
  expect(await costs(agent, user)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(writer.asked.infers).toEqual([]);
});

test('without learning every mail is corrected', async () => {
  const { agent, user, writer } = setting('no-learning');
  expect(await costs(agent, user)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(writer.asked.drafts.every(({ guidance }) => guidance === null)).toBe(true);
});

test("the wrong user's wishes are those of the same round, held-out ones included", async () => {
  const { agent, user, writer } = setting('wrong-user');
  expect(await costs(agent, user)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(new Set(writer.asked.drafts.map(({ guidance }) => guidance))).toEqual(
    new Set(['Closes with “Bye”']),
  );
  expect(await agent.guidance(toyRound('ada-h', 'bob', 'Cheers'))).toBe('Closes with “Bye”');
});

test('the wrong user needs somebody else', () => {
  const [user] = toyUsers();
  const tools = { writer: toyWriter(), embedder: byRecipient, user, stranger: user };
  expect(() => createAgent('wrong-user', tools)).toThrow('needs a second user');
});

test('generic advice is the same for every mail', async () => {
  const { agent, user, writer } = setting('generic-style');
  await costs(agent, user);
  expect(new Set(writer.asked.drafts.map(({ guidance }) => guidance)).size).toBe(1);
  expect(writer.asked.drafts[0]?.guidance).toMatch(/clear/iu);
});

test('explore-then-exploit stops learning after five edits', async () => {
  const { agent, writer } = setting('explore-then-exploit');
  await costs(agent, restless(9));
  expect(writer.asked.infers).toHaveLength(5);
  expect(writer.asked.aggregates).toEqual([
    [0, 1, 2, 3, 4].map((number) => `Closes with “Bye${number}”`),
  ]);
  expect(writer.asked.drafts.slice(0, 5).every(({ guidance }) => guidance === null)).toBe(true);
  expect(writer.asked.drafts.slice(5).map(({ guidance }) => guidance)).toEqual(
    Array.from({ length: 4 }, () => 'Closes with “Bye0”'),
  );
});

test('a mail that was sent as it was is no edit to explore', async () => {
  const { agent, writer } = setting('explore-then-exploit');
  const content = toyUser(
    'Kim',
    Array.from({ length: 6 }, (_, index) => toyRound(`k${index}`, 'ann', 'Regards')),
  );
  await costs(agent, content);
  expect(writer.asked.infers).toEqual([]);
});

test('the rolling description is made of the last five edits, the newest first', async () => {
  const { agent, writer } = setting('continual');
  await costs(agent, restless(7));
  expect(writer.asked.aggregates.at(-1)).toEqual(
    [6, 5, 4, 3, 2].map((number) => `Closes with “Bye${number}”`),
  );
  expect(agent.storeSize()).toBe(5);
});

test('icl-edit-5 shows the five nearest earlier mails and asks for nothing else', async () => {
  const { agent, writer } = setting('icl-edit-5');
  const rounds = [
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => toyRound(id, 'ann', `Ann-${id}`)),
    ...['g', 'h'].map((id) => toyRound(id, 'bob', 'Cheers')),
    toyRound('last', 'ann', 'Yours'),
  ];
  await costs(agent, toyUser('Ada', rounds));
  expect(writer.asked.drafts.at(-1)?.examples).toEqual(
    ['f', 'e', 'd', 'c', 'b'].map((id) => `Mail ${id}.\n\nAnn-${id}`),
  );
  expect(writer.asked.infers).toEqual([]);
  expect(agent.storeSize()).toBe(9);
});

test('prose corrects its components by an attempt of its own, then verifies them', async () => {
  const { agent, writer, user } = setting('prose');
  const [first] = user.rounds;
  if (!first) throw new Error('no round');
  const written = await agent.draft(first);
  const learned = await agent.learn(first, written, 'Mail ada-1.\n\nYours');
  // Inferred once; the attempt by it is already what was sent.
  expect(writer.asked.infers).toEqual(['components']);
  expect(writer.asked.drafts.at(-1)?.guidance).toBe('1. Closes with “Yours”');
  expect(writer.asked.verifies).toEqual([
    { descriptions: ['Closes with “Yours”'], samples: ['Mail ada-1.\n\nYours'] },
  ]);
  expect(learned.infer.calls).toBe(2);
  expect(learned.verify).toEqual(oneCall);
});

test('prose drops what the nearest earlier mails do not bear out', async () => {
  const { agent, writer } = setting('prose');
  const steady = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => toyRound(id, 'ann', 'Yours'));
  const user = toyUser('Ada', [
    ...steady,
    toyRound('odd', 'ann', 'Love'),
    toyRound('z', 'ann', 'Yours'),
  ]);
  expect(await costs(agent, user)).toEqual([1, 0, 0, 0, 0, 0, 1, 0]);
  expect(writer.asked.verifies.at(-1)?.samples).toHaveLength(5);
});

test('prose gives up refining after two attempts', async () => {
  const writer = toyWriter();
  const [user, stranger] = toyUsers();
  const deaf = { ...writer, draft: async () => ({ text: 'Mail.\n\nRegards', usage: oneCall }) };
  const agent = createAgent('prose', { writer: deaf, embedder: byRecipient, user, stranger });
  await costs(agent, toyUser('Ada', [toyRound('a', 'ann', 'Yours')]));
  expect(writer.asked.infers).toHaveLength(3);
});

test.each(['cipher-1', 'cipher-5', 'penchant'])(
  '%s learns with the code that ships',
  async (name) => {
    const { agent, user } = setting(name);
    expect((await costs(agent, user)).slice(2)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(agent.storeSize()).toBe(2);
  },
);

test('asking what an agent goes by writes no draft', async () => {
  for (const name of agentNames) {
    const { agent, user, writer } = setting(name);
    await costs(agent, user);
    const before = writer.asked.drafts.length;
    const [round] = user.heldOut;
    if (round) await agent.guidance(round);
    expect(writer.asked.drafts.length, name).toBe(before);
  }
});

test('the default method asks once before the user sees a draft', async () => {
  const { agent, user } = setting('penchant');
  await costs(agent, user);
  const [round] = user.heldOut;
  if (!round) throw new Error('no round');
  expect((await agent.draft(round)).usage).toEqual(oneCall);
  expect(await agent.guidance(round)).toContain('Cheers');
});

test('an unknown agent is refused by name', () => {
  const [user, stranger] = toyUsers();
  const tools = { writer: toyWriter(), embedder: byRecipient, user, stranger };
  expect(() => createAgent('penchant:charm', tools)).toThrow('penchant:charm');
});
