import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCachedModel } from '../../bench/learning/model/cached-model.ts';
import type { LanguageModel, Prompt } from '../../src/learning/ports.ts';
import { freshFolder } from './people.ts';

const prompt: Prompt = { system: 'You write.', user: 'Say hello.' };
const server = 'http://127.0.0.1:1/v1';

/** A model that counts its answers, and can be held back. */
function countingModel(id = 'openai:small') {
  let asked = 0;
  const model: LanguageModel = {
    id,
    async complete({ user }) {
      asked++;
      return {
        text: `answer ${asked} to ${user}`,
        usage: { calls: 1, inputTokens: 7, outputTokens: asked },
      };
    },
  };
  return { model, asked: () => asked };
}

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('the cache of replies', () => {
  test('answers a second process without asking, with the usage of the first', async () => {
    const dir = await freshFolder();
    const { model, asked } = countingModel();
    const first = await createCachedModel(model, { dir, server }).complete(prompt);
    const again = createCachedModel(model, { dir, server });
    expect(await again.complete(prompt)).toEqual(first);
    expect(asked()).toBe(1);
    expect(again.counts()).toEqual({ asked: 1, hits: 1 });
    expect(await filesIn(dir)).toEqual([expect.stringMatching(/[0-9a-f]{64}\.json$/)]);
  });

  test.each([
    ['another server', 'http://127.0.0.1:2/v1', 'openai:small', prompt],
    ['another model', server, 'openai:large', prompt],
    ['another system prompt', server, 'openai:small', { ...prompt, system: 'You rhyme.' }],
    ['another question', server, 'openai:small', { ...prompt, user: 'Say goodbye.' }],
    ['another form', server, 'openai:small', { ...prompt, json: true }],
  ])('asks for %s', async (_, otherServer, id, other) => {
    const dir = await freshFolder();
    await createCachedModel(countingModel().model, { dir, server }).complete(prompt);
    const { model, asked } = countingModel(id);
    await createCachedModel(model, { dir, server: otherServer }).complete(other);
    expect(asked()).toBe(1);
  });

  test.each([
    ['empty', ''],
    ['torn', '{"key":"'],
    ['of another shape', '{"text":"x"}'],
    ['without usage', '{"key":"KEY","text":"x"}'],
    [
      'without text',
      '{"key":"KEY","text":"","usage":{"calls":1,"inputTokens":1,"outputTokens":0}}',
    ],
  ])('asks again for a file that is %s, and mends it', async (_, damage) => {
    const dir = await freshFolder();
    const { model, asked } = countingModel();
    const cached = createCachedModel(model, { dir, server });
    await cached.complete(prompt);
    const [file = ''] = await filesIn(dir);
    const key = /([0-9a-f]+)\.json$/.exec(file)?.[1] ?? '';
    await writeFile(file, damage.replace('KEY', key));
    expect((await cached.complete(prompt)).text).toBe('answer 2 to Say hello.');
    expect((await cached.complete(prompt)).text).toBe('answer 2 to Say hello.');
    expect(asked()).toBe(2);
  });

  test('does not take the reply to something else that lies in its place', async () => {
    const dir = await freshFolder();
    const { model } = countingModel();
    const cached = createCachedModel(model, { dir, server });
    await cached.complete(prompt);
    const [file = ''] = await filesIn(dir);
    await cached.complete({ ...prompt, user: 'Say goodbye.' });
    const other = (await filesIn(dir)).find((one) => one !== file) ?? '';
    await copyFile(file, other);
    const { text } = await cached.complete({ ...prompt, user: 'Say goodbye.' });
    expect(text).toBe('answer 3 to Say goodbye.');
  });

  test('sends one of two equal requests under way', async () => {
    const dir = await freshFolder();
    const { model, asked } = countingModel();
    const cached = createCachedModel(model, { dir, server });
    const [one, other] = await Promise.all([cached.complete(prompt), cached.complete(prompt)]);
    expect(one).toEqual(other);
    expect(asked()).toBe(1);
    expect(cached.counts()).toEqual({ asked: 2, hits: 1 });
  });

  test('keeps no failure', async () => {
    const dir = await freshFolder();
    const { model } = countingModel();
    let broken = true;
    const failing: LanguageModel = {
      id: model.id,
      complete: async (asked) => {
        if (broken) throw new Error('down');
        return model.complete(asked);
      },
    };
    const cached = createCachedModel(failing, { dir, server });
    await expect(cached.complete(prompt)).rejects.toThrow('down');
    broken = false;
    expect((await cached.complete(prompt)).text).toBe('answer 1 to Say hello.');
  });

  test('hands the whole text to whoever follows it', async () => {
    const dir = await freshFolder();
    const cached = createCachedModel(countingModel().model, { dir, server });
    const heard: string[] = [];
    const onText = (piece: string): void => void heard.push(piece);
    await cached.complete(prompt, { onText });
    await cached.complete(prompt, { onText });
    expect(heard).toEqual(['answer 1 to Say hello.', 'answer 1 to Say hello.']);
  });

  test('says which folder cannot be written to', async () => {
    const dir = join(await freshFolder(), 'taken');
    await writeFile(dir, 'a file');
    const cached = createCachedModel(countingModel().model, { dir, server });
    await expect(cached.complete(prompt)).rejects.toThrow(/could not be kept in .*taken.*--cache/);
  });

  test('leaves no half-written file under the name of a whole one', async () => {
    const dir = await freshFolder();
    const cached = createCachedModel(countingModel().model, { dir, server });
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => cached.complete({ ...prompt, user: `Number ${at}` })),
    );
    const files = await filesIn(dir);
    expect(files).toHaveLength(20);
    for (const file of files) JSON.parse(await readFile(file, 'utf8'));
  });
});
