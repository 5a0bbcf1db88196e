import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Completion, LanguageModel, Prompt } from '../../../src/learning/ports.ts';

const count = z.number().int().nonnegative();

/** One reply as it lies on the disk. The key is in it too, so that a file in the wrong place is none. */
const replySchema = z.object({
  key: z.string(),
  text: z.string().min(1),
  usage: z.object({ calls: count, inputTokens: count, outputTokens: count }),
});

export interface CacheOptions {
  readonly dir: string;
  /** Address of the server: the same model elsewhere may answer differently. */
  readonly server: string;
}

/** A model with a memory on the disk, and how much it was of use. */
export interface CachedModel extends LanguageModel {
  counts(): { readonly asked: number; readonly hits: number };
}

/**
 * Keeps every answer as one JSON file under `dir` and never asks the same thing twice, so that a run
 * that was stopped goes on where it was and a second one costs nothing. The usage of an answer stays
 * what it was when it was made. A damaged file is asked again, and of two equal requests at once only
 * one is sent. What failed is not kept. Calls cannot be cancelled: an answer is worth having anyway.
 */
export function createCachedModel(model: LanguageModel, options: CacheOptions): CachedModel {
  const underWay = new Map<string, Promise<Completion>>();
  let asked = 0;
  let hits = 0;
  const fetched = async (key: string, prompt: Prompt): Promise<Completion> => {
    const file = join(options.dir, key.slice(0, 2), `${key}.json`);
    const kept = await readReply(file, key);
    if (kept) {
      hits++;
      return kept;
    }
    const { text, usage } = await model.complete(prompt);
    await writeWhole(file, JSON.stringify({ key, text, usage }));
    return { text, usage };
  };
  return {
    id: model.id,
    counts: () => ({ asked, hits }),
    async complete(prompt, { onText } = {}) {
      const key = keyOf(options.server, model.id, prompt);
      asked++;
      let answer = underWay.get(key);
      if (answer) hits++;
      else {
        answer = fetched(key, prompt).finally(() => underWay.delete(key));
        underWay.set(key, answer);
      }
      const completion = await answer;
      onText?.(completion.text);
      return completion;
    },
  };
}

function keyOf(server: string, model: string, { system, user, json = false }: Prompt): string {
  const request = JSON.stringify([server, model, { system, user, json }]);
  return createHash('sha256').update(request).digest('hex');
}

async function readReply(file: string, key: string): Promise<Completion | null> {
  try {
    const { data } = replySchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return data?.key === key ? { text: data.text, usage: data.usage } : null;
  } catch {
    // Not there or not whole: the model is asked, and the answer takes its place.
    return null;
  }
}

let written = 0;

/** Under another name first, so that whoever stops us leaves either the whole file or none. */
async function writeWhole(file: string, content: string): Promise<void> {
  const draft = `${file}.${process.pid}-${++written}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (thrown) {
    throw new Error(`The reply could not be kept in ${file}. Choose another --cache.`, {
      cause: thrown,
    });
  }
}
