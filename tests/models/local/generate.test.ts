import { describe, expect, test } from 'vitest';
import {
  scoresAfter,
  vocabulary,
  type Word,
} from '../../../scripts/tiny-generator/tiny-generator.ts';
import { createTransformersGenerator } from '../../../src/embeddings/transformers-generator.ts';
import type { Prompt } from '../../../src/learning/ports.ts';
import { generate } from '../../../src/models/local/generate.ts';
import { nextToken } from '../../../src/models/local/strengthened.ts';
import { onnxRuntimeIsHere } from '../../embeddings/onnx-runtime.ts';
import { loadTiny, scoresOf, tinyEntry } from './tiny-model.ts';

const plain: Prompt = { system: '', user: '' };
const casual: Prompt = { system: 'casual', user: '' };

describe.skipIf(!onnxRuntimeIsHere())('the tiny generator in transformers.js', () => {
  test('says the scores that its tables say, step by step through its cache', async () => {
    const model = await loadTiny();
    const thread = model.begin(casual);
    const words: Word[] = ['casual', 'write'];
    for (const next of ['hello', 'ann', 'thanks'] as const) {
      const scores = await scoresOf(thread);
      for (const [token, score] of scoresAfter(words).entries()) {
        expect(scores[token]).toBeCloseTo(score, 4);
      }
      thread.push(vocabulary.indexOf(next));
      words.push(next);
    }
    expect(thread.promptTokens).toBe(2);
    await model.close();
  });

  test('a long question is read in pieces, with the same scores at its end', async () => {
    const model = await loadTiny();
    const long = Array<Word>(150).fill('formal');
    const thread = model.begin({ system: long.join(' '), user: '' });
    expect(await thread.scores()).toBeNull();
    expect(await thread.scores()).toBeNull();
    const scores = await scoresOf(thread);
    for (const [token, score] of scoresAfter([...long, 'write']).entries()) {
      expect(scores[token]).toBeCloseTo(score, 2);
    }
    await model.close();
  });

  test('writes a mail, word by word; a preference in the prompt alone does not change it', async () => {
    const model = await loadTiny();
    const pieces: string[] = [];
    const onText = (text: string): void => void pieces.push(text);
    const { text, usage } = await generate(model, casual, null, { onText });
    expect(text).toBe('hello ann thanks regards');
    expect(pieces.join('')).toBe(text);
    expect(pieces).toHaveLength(4);
    expect(usage).toEqual({ calls: 1, inputTokens: 2, outputTokens: 4 });
    await model.close();
  });

  test.each([
    [0, 'hello ann thanks regards', 1],
    [0.5, 'hello ann thanks regards', 3],
    [1, 'hello ann thanks regards', 2],
    [1.2, 'hello ann thanks regards', 3],
    // What is 0.75 likelier by the preference becomes λ·0.75 likelier, and 1 was missing for "hey".
    [1.5, 'hey ann thanks cheers', 3],
    [2, 'hey ann thanks cheers', 3],
  ])('at a strength of %s: %s', async (strength, text, inputTokens) => {
    const model = await loadTiny();
    const written = await generate(model, casual, { without: plain, strength });
    expect(written.text).toBe(text);
    // 1 and 0 need no second reading.
    expect(written.usage.inputTokens).toBe(inputTokens);
    await model.close();
  });

  test('each word is the one that the formula says, of the scores with and without', async () => {
    const model = await loadTiny();
    const { text } = await generate(model, casual, { without: plain, strength: 2 });
    const [withThem, without] = [model.begin(casual), model.begin(plain)];
    for (const word of text.split(' ')) {
      const token = nextToken(await scoresOf(withThem), await scoresOf(without), 2);
      expect(vocabulary[token]).toBe(word);
      withThem.push(token);
      without.push(token);
    }
    await model.close();
  });

  test('stops when it is told to, also while it still reads', async () => {
    const model = await loadTiny();
    const controller = new AbortController();
    const { signal } = controller;
    const onText = (): void => controller.abort();
    await expect(generate(model, casual, null, { signal, onText })).rejects.toMatchObject({
      code: 'cancelled',
    });
    let steps = 0;
    const reading = new AbortController();
    const long = { system: 'formal '.repeat(1_000), user: '' };
    const onStep = async (): Promise<void> => {
      steps += 1;
      if (steps === 2) reading.abort();
    };
    const writing = generate(model, long, null, { signal: reading.signal, onStep });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    expect(steps).toBe(2);
    await model.close();
  });

  test('a question that leaves no room for an answer is too long, and nothing is read of it', async () => {
    const model = await loadTiny(300);
    let steps = 0;
    const onStep = async (): Promise<void> => {
      steps += 1;
    };
    const long = { system: 'formal '.repeat(60), user: '' };
    await expect(generate(model, long, null, { onStep })).rejects.toMatchObject({
      code: 'too-long',
    });
    // Without the preferences it would fit, but both have to.
    const both = generate(model, long, { without: plain, strength: 2 }, { onStep });
    await expect(both).rejects.toMatchObject({ code: 'too-long' });
    expect(steps).toBe(0);
    await model.close();
  });

  test('a model whose files are not there fails in words', async () => {
    const missing = createTransformersGenerator(
      { ...tinyEntry, id: 'tests/none' },
      async () => null,
      { device: 'cpu' },
    );
    await expect(missing).rejects.toMatchObject({ code: 'model-failed' });
  });
});
