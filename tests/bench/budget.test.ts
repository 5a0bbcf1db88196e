import { describe, expect, test } from 'vitest';
import { createBudget, createBudgetedModel } from '../../bench/learning/model/budgeted-model.ts';
import type { LanguageModel } from '../../src/learning/ports.ts';
import { faultOf } from '../models/with-server.ts';
import { freshFolder, modelsFor, withPeople } from './people.ts';

const dear: LanguageModel = {
  id: 'dear',
  complete: async () => ({ text: 'x', usage: { calls: 1, inputTokens: 60, outputTokens: 40 } }),
};
const prompt = { system: 's', user: 'u' };

describe('the budget', () => {
  test('ends for all models together, with a sentence that says what to do', async () => {
    const budget = createBudget(200);
    const one = createBudgetedModel(dear, budget);
    const other = createBudgetedModel(dear, budget);
    await one.complete(prompt);
    await other.complete(prompt);
    const fault = await faultOf(one.complete(prompt));
    expect(fault.code).toBe('not-allowed');
    expect(fault.message).toMatch(/budget of 200 tokens is spent \(200 used\).*--budget/);
    await faultOf(other.complete(prompt));
    expect(budget.spent()).toBe(200);
  });

  test('without a limit tokens are counted all the same', async () => {
    const budget = createBudget(null);
    const model = createBudgetedModel(dear, budget);
    for (let round = 0; round < 5; round++) await model.complete(prompt);
    expect(budget.spent()).toBe(500);
  });

  test('what lies in the cache is free, also when the budget is spent', async () => {
    const server = await withPeople(() => 'A long enough answer.');
    const cache = await freshFolder();
    const models = await modelsFor(server, { cache, budget: 1 });
    const model = models.agentModel('penchant');
    const first = await model.complete(prompt);
    await faultOf(model.complete({ ...prompt, user: 'something else' }));
    expect(await model.complete(prompt)).toEqual(first);
    expect(server.requests).toHaveLength(1);
    expect(models.spent()).toMatchObject({ asked: 3, hits: 1 });
  });

  test('calls that wait for their turn are not sent once it is spent', async () => {
    const server = await withPeople(() => 'A long enough answer.');
    const { userModel } = await modelsFor(server, { budget: 1, concurrency: 1 });
    const ends = await Promise.allSettled(
      ['a', 'b', 'c'].map((user) => userModel.complete({ system: 's', user })),
    );
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(server.requests).toHaveLength(1);
  });

  test('a server that does not say how many tokens it took is counted for', async () => {
    const server = await withPeople(() => 'Five words are enough here.');
    server.misbehave('refuse-stream-options', Number.POSITIVE_INFINITY);
    const models = await modelsFor(server);
    const { usage } = await models.userModel.complete({ system: 'You write.', user: 'Say hello.' });
    expect(usage.calls).toBe(1);
    expect(usage.inputTokens).toBeGreaterThanOrEqual(6);
    expect(usage.outputTokens).toBeGreaterThanOrEqual(5);
    expect(models.spent().tokens).toBe(usage.inputTokens + usage.outputTokens);
  });
});
