import { expect, test } from 'vitest';
import type { Prompt } from '../../../src/learning/ports.ts';
import type { Rework } from '../../../src/learning/types.ts';
import type { LocalModel, Strengthening } from '../../../src/models/local/local-model.ts';
import { createLocalWriter } from '../../../src/models/local/local-writer.ts';
import { mailContext } from '../../learning/mail-context.ts';
import { counter } from '../../learning/world.ts';

/** Takes down what it is asked, and says hello. */
function listening() {
  const asked: { readonly prompt: Prompt; readonly strengthening: Strengthening | null }[] = [];
  const model: LocalModel = {
    id: 'local:listening',
    complete: async (prompt, strengthening) => {
      asked.push({ prompt, strengthening });
      return { text: 'Hello', usage: { calls: 1, inputTokens: 1, outputTokens: 1 } };
    },
  };
  return { model, asked };
}

const order = (guidance: string | null, rework?: Rework) => ({
  context: mailContext({ notes: 'Say hello' }),
  guidance: guidance === null ? null : { text: guidance, preferences: [] },
  examples: [],
  ...(rework && { rework }),
});

test.each([
  ['a new text', undefined],
  ['one that is written anew', { text: 'Good day', tone: 'shorter' } as const],
])('for %s the two questions differ in the preferences alone', async (_, rework) => {
  const { model, asked } = listening();
  const writer = createLocalWriter(model, 2, counter());
  expect((await writer.draft(order('1. Casual', rework))).text).toBe('Hello');
  const [{ prompt, strengthening } = { prompt: null, strengthening: null }] = asked;
  expect(asked).toHaveLength(1);
  expect(strengthening?.strength).toBe(2);
  expect(strengthening?.without.user).toBe(prompt?.user);
  expect(prompt?.system).toContain('Casual');
  expect(strengthening?.without.system).not.toContain('Casual');
  if (rework) expect(prompt?.user).toContain('Good day');
});

test.each([
  ['without preferences', null, 2],
  ['with the strength that the prompt has by itself', '1. Casual', 1],
])('%s there is one question', async (_, guidance, strength) => {
  const { model, asked } = listening();
  const writer = createLocalWriter(model, strength, counter());
  await writer.draft(order(guidance));
  expect(asked).toMatchObject([{ strengthening: null }]);
});

test('it is no judge of edits', async () => {
  const { model } = listening();
  expect(await createLocalWriter(model, 1, counter()).describes?.()).toBe(false);
});
