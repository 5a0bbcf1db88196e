import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  scoresAfter,
  tinyGeneratorFiles,
  vocabulary,
  type Word,
} from '../../../scripts/tiny-generator/tiny-generator.ts';
import { createTransformersGenerator } from '../../../src/embeddings/transformers-generator.ts';
import type { Prompt } from '../../../src/learning/ports.ts';
import { generate } from '../../../src/models/local/generate.ts';
import { nextToken, strengthened } from '../../../src/models/local/strengthened.ts';
import { onnxRuntimeIsHere } from '../../embeddings/onnx-runtime.ts';

const files = tinyGeneratorFiles();
const entry = {
  id: 'tests/tiny-generator',
  revision: 'tiny',
  base: 'http://127.0.0.1:9/',
  dtype: 'q8' as const,
  files: [],
};
const load = () =>
  createTransformersGenerator(
    entry,
    async (path) => {
      const bytes = files.get(path);
      return bytes ? new Response(bytes) : null;
    },
    { device: 'cpu' },
  );
const plain: Prompt = { system: '', user: '' };
const casual: Prompt = { system: 'casual', user: '' };

describe('the choice of a token', () => {
  const scores = fc.array(fc.float({ min: -20, max: 20, noNaN: true }), {
    minLength: 5,
    maxLength: 5,
  });

  test('without strength it is the likeliest under the preferences', () => {
    fc.assert(
      fc.property(scores, scores, (withThem, without) => {
        expect(withThem[nextToken(withThem, without, 0)]).toBe(Math.max(...withThem));
      }),
    );
  });

  test('with it, it is the highest of (1 + λ)·s₊ − λ·s₋ among those that are likely enough', () => {
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(0.5, 1, 2), (withThem, without, strength) => {
        const chosen = nextToken(withThem, without, strength);
        const weights = withThem.map((score) => Math.exp(score - Math.max(...withThem)));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        // A token is likely enough where those above it do not have four fifths already.
        const isLikely = (token: number): boolean =>
          weights
            .filter((_, other) => (withThem[other] ?? 0) > (withThem[token] ?? 0))
            .reduce((sum, weight) => sum + weight, 0) <
          0.8 * all;
        expect(isLikely(chosen)).toBe(true);
        const value = (token: number): number =>
          strengthened(withThem[token] ?? 0, without[token] ?? 0, strength);
        for (const other of withThem.keys()) {
          const isTied = withThem.filter((score) => score === withThem[other]).length > 1;
          if (isLikely(other) && !isTied)
            expect(value(chosen)).toBeGreaterThanOrEqual(value(other));
        }
      }),
    );
  });

  test('a token that only the difference speaks for stays out', () => {
    expect(nextToken([5, 4, -9], [5, 6, -50], 2)).toBe(0);
  });
});

describe.skipIf(!onnxRuntimeIsHere())('the tiny generator in transformers.js', () => {
  test('says the scores that its tables say, step by step through its cache', async () => {
    const model = await load();
    const thread = model.begin(casual);
    const words: Word[] = ['casual', 'write'];
    for (const next of ['hello', 'ann', 'thanks'] as const) {
      const scores = Array.from(await thread.scores());
      for (const [token, score] of scoresAfter(words).entries()) {
        expect(scores[token]).toBeCloseTo(score, 4);
      }
      thread.push(vocabulary.indexOf(next));
      words.push(next);
    }
    expect(thread.promptTokens).toBe(2);
    await model.close();
  });

  test('writes a mail, word by word; a preference in the prompt alone does not change it', async () => {
    const model = await load();
    const pieces: string[] = [];
    const onText = (piece: string): void => void pieces.push(piece);
    const { text, usage } = await generate(model, casual, null, { onText });
    expect(text).toBe('hello ann thanks regards');
    expect(pieces.join('')).toBe(text);
    expect(pieces).toHaveLength(4);
    expect(usage).toEqual({ calls: 1, inputTokens: 2, outputTokens: 4 });
    await model.close();
  });

  test.each([
    [0, 'hello ann thanks regards'],
    [0.2, 'hello ann thanks regards'],
    // λ·0.75 of leaning more than makes up for the 0.25 that were missing.
    [0.5, 'hey ann thanks cheers'],
    [2, 'hey ann thanks cheers'],
  ])('at a strength of %s: %s', async (strength, text) => {
    const model = await load();
    const strengthening = { without: plain, strength };
    expect((await generate(model, casual, strengthening)).text).toBe(text);
    await model.close();
  });

  test('stops when it is told to', async () => {
    const model = await load();
    const controller = new AbortController();
    const onText = (): void => controller.abort();
    const writing = generate(model, casual, null, { signal: controller.signal, onText });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    await model.close();
  });

  test('a model whose files are not there fails in words', async () => {
    const missing = createTransformersGenerator({ ...entry, id: 'tests/none' }, async () => null, {
      device: 'cpu',
    });
    await expect(missing).rejects.toMatchObject({ code: 'model-failed' });
  });
});
