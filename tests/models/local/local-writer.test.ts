import { expect, test } from 'vitest';
import type { Prompt } from '../../../src/learning/ports.ts';
import type { TokenModel } from '../../../src/models/local/generate.ts';
import { createLocalWriter } from '../../../src/models/local/local-writer.ts';
import { mailContext } from '../../learning/mail-context.ts';
import { counter } from '../../learning/world.ts';

/** Says one of two words, and ends: a preference in the prompt brings the second up, not quite to the first. */
function twoWords() {
  const prompts: Prompt[] = [];
  const model: TokenModel = {
    ends: new Set([2]),
    text: (tokens) => tokens.map((token) => ['Hello', 'Hey'][token]).join(' '),
    begin(prompt) {
      prompts.push(prompt);
      let said = 0;
      return {
        promptTokens: 10,
        push: () => {
          said += 1;
        },
        scores: async () =>
          said > 0 ? [-9, -9, 9] : [3, prompt.system.includes('Casual') ? 2.8 : 1, -9],
      };
    },
  };
  return { model, prompts };
}

const order = (guidance: string | null) => ({
  context: mailContext({ notes: 'Say hello' }),
  guidance: guidance === null ? null : { text: guidance, preferences: [] },
  examples: [],
});

test.each([
  [0, 'Hello'],
  [1, 'Hey'],
])('with a strength of %s a preference makes it “%s”', async (strength, text) => {
  const { model } = twoWords();
  const writer = createLocalWriter('local:two', model, strength, counter());
  expect((await writer.draft(order('1. Casual'))).text).toBe(text);
});

test('the two questions differ in the preferences alone', async () => {
  const { model, prompts } = twoWords();
  await createLocalWriter('local:two', model, 1, counter()).draft(order('1. Casual'));
  const [withThem, without] = prompts;
  expect(prompts).toHaveLength(2);
  expect(withThem?.user).toBe(without?.user);
  expect(withThem?.system).toContain('Casual');
  expect(without?.system).not.toContain('Casual');
});

test('without preferences there is one question', async () => {
  const { model, prompts } = twoWords();
  const writer = createLocalWriter('local:two', model, 1, counter());
  expect((await writer.draft(order(null))).text).toBe('Hello');
  expect(prompts).toHaveLength(1);
  expect(await writer.describes?.()).toBe(false);
});
