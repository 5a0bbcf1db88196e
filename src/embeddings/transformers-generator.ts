import {
  AutoModelForCausalLM,
  AutoTokenizer,
  type PreTrainedTokenizer,
  Tensor,
} from '@xenova/transformers';
import { asFault, Fault } from '../learning/fault.ts';
import type { Prompt } from '../learning/ports.ts';
import type { EncoderEntry } from './encoder-catalogue.ts';
import { prepare, type TransformersRuntime } from './transformers-runtime.ts';

/** What `models/local/generate.ts` writes with, and its memory to be given back. */
export interface LoadedGenerator {
  begin(prompt: Prompt): GeneratorThread;
  text(tokens: readonly number[]): string;
  readonly ends: ReadonlySet<number>;
  close(): Promise<void>;
}

interface GeneratorThread {
  scores(): Promise<Float32Array>;
  push(token: number): void;
  readonly promptTokens: number;
}

type CausalModel = Awaited<ReturnType<typeof AutoModelForCausalLM.from_pretrained>>;
type Feeds = Record<string, Tensor>;

/**
 * Loads a language model into transformers.js from files that are already here, as
 * `createTransformersEmbedder` does an encoder. Rejects with `model-failed`, and so do its threads.
 */
export async function createTransformersGenerator(
  entry: EncoderEntry,
  open: (path: string) => Promise<Response | null>,
  runtime: TransformersRuntime,
): Promise<LoadedGenerator> {
  prepare(entry, open, runtime);
  const { dtype } = entry;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(entry.id);
    const model = await AutoModelForCausalLM.from_pretrained(entry.id, {
      dtype,
      device: runtime.device,
    });
    return {
      begin: (prompt) => begin(model, tokensOf(tokenizer, prompt)),
      text: (tokens) => tokenizer.decode([...tokens], { skip_special_tokens: true }),
      // Large models name several ends; the library's type of a configuration names none.
      ends: new Set([Reflect.get(model.config, 'eos_token_id')].flat().map(Number)),
      close: async () => void (await model.dispose()),
    };
  } catch (thrown) {
    throw asFault(thrown, 'model-failed');
  }
}

function tokensOf(tokenizer: PreTrainedTokenizer, { system, user }: Prompt): number[] {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const tokens: unknown = tokenizer.apply_chat_template(messages, {
    add_generation_prompt: true,
    return_tensor: false,
    return_dict: false,
  });
  if (!Array.isArray(tokens)) throw new Fault('model-failed', 'no tokens');
  return tokens.map(Number);
}

/** What was read already stays in the model's cache, so that each token costs one step. */
function begin(model: CausalModel, prompt: readonly number[]): GeneratorThread {
  let unread = [...prompt];
  let length = prompt.length;
  let cache: Feeds | null = null;
  return {
    promptTokens: prompt.length,
    push(token) {
      unread.push(token);
      length += 1;
    },
    async scores() {
      const outputs = await step(model, unread, length, cache);
      cache = cacheOf(outputs);
      // A model without a cache reads everything anew each time.
      if (Object.keys(cache).length > 0) unread = [];
      else cache = null;
      return lastRow(outputs['logits']);
    },
  };
}

async function step(
  model: CausalModel,
  tokens: readonly number[],
  length: number,
  cache: Feeds | null,
): Promise<Feeds> {
  try {
    return await model({
      input_ids: whole(tokens.map(BigInt)),
      attention_mask: whole(Array<bigint>(length).fill(1n)),
      past_key_values: cache,
    });
  } catch (thrown) {
    throw asFault(thrown, 'model-failed');
  }
}

const whole = (values: readonly bigint[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values), [1, values.length]);

/** What comes out as the present goes in as the past. */
function cacheOf(outputs: Feeds): Feeds {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([name]) => name.startsWith('present'))
      .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
  );
}

function lastRow(logits: Tensor | undefined): Float32Array {
  const width = logits?.dims.at(-1) ?? 0;
  const data: unknown = logits?.data;
  if (!(data instanceof Float32Array) || width === 0) throw new Fault('model-failed', 'no scores');
  const row = data.slice(-width);
  if (!row.every(Number.isFinite)) throw new Fault('model-failed', 'no scores');
  return row;
}
