import {
  AutoModelForCausalLM,
  AutoTokenizer,
  DynamicCache,
  type PreTrainedTokenizer,
  Tensor,
} from '@xenova/transformers';
import { Fault } from '../learning/fault.ts';
import type { Prompt } from '../learning/ports.ts';
import type { GeneratorEntry } from './generator-catalogue.ts';
import { modelFault } from './model-fault.ts';
import { prepare, type TransformersRuntime } from './transformers-runtime.ts';

/** What `models/local/generate.ts` writes with, and its memory to be given back. */
export interface LoadedGenerator {
  begin(prompt: Prompt): GeneratorThread;
  text(tokens: readonly number[]): string;
  readonly ends: ReadonlySet<number>;
  /** Tokens of a question and its answer together. */
  readonly window: number;
  close(): Promise<void>;
}

interface GeneratorThread {
  /** Reads on by one piece of what was not read yet; `null` until all is read, then the scores. */
  scores(): Promise<Float32Array | null>;
  push(token: number): void;
  end(): Promise<void>;
  readonly promptTokens: number;
}

type CausalModel = Awaited<ReturnType<typeof AutoModelForCausalLM.from_pretrained>>;
type Feeds = Record<string, Tensor>;

/**
 * How many tokens are read at once: the scores of each of them are made, 0.6 MB a token with a vocabulary of
 * 150,000, and nobody can be heard meanwhile.
 */
const piece = 64;

/**
 * Loads a language model into transformers.js from files that are already here, as
 * `createTransformersEmbedder` does an encoder. Rejects with `model-failed` or `model-too-large`, and so do its
 * threads.
 */
export async function createTransformersGenerator(
  entry: Pick<GeneratorEntry, 'id' | 'dtype' | 'window'> & Parameters<typeof prepare>[0],
  open: (path: string) => Promise<Response | null>,
  runtime: TransformersRuntime,
): Promise<LoadedGenerator> {
  prepare(entry, open, runtime);
  const { dtype } = entry;
  const { device } = runtime;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(entry.id);
    const model = await AutoModelForCausalLM.from_pretrained(entry.id, { dtype, device });
    // The library's type of a configuration names neither.
    const said = (name: string): number[] => [Reflect.get(model.config, name)].flat().map(Number);
    const [positions = Number.NaN] = said('max_position_embeddings');
    return {
      begin: (prompt) => begin(model, tokensOf(tokenizer, prompt)),
      text: (tokens) => tokenizer.decode([...tokens], { skip_special_tokens: true }),
      // Large models name several ends.
      ends: new Set(said('eos_token_id')),
      window: Number.isNaN(positions) ? entry.window : Math.min(entry.window, positions),
      close: async () => void (await model.dispose()),
    };
  } catch (thrown) {
    throw modelFault(thrown);
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
  let read = 0;
  const cache = new DynamicCache();
  return {
    promptTokens: prompt.length,
    push: (token) => void unread.push(token),
    async scores() {
      const now = unread.slice(0, piece);
      const outputs = await step(model, now, read + now.length, cache);
      unread = unread.slice(now.length);
      read += now.length;
      cache.update(presentOf(outputs));
      return unread.length > 0 ? null : lastRow(outputs['logits']);
    },
    end: () => cache.dispose(),
  };
}

async function step(
  model: CausalModel,
  tokens: readonly number[],
  length: number,
  cache: DynamicCache,
): Promise<Feeds> {
  try {
    return await model({
      input_ids: whole(tokens.map(BigInt)),
      attention_mask: whole(Array<bigint>(length).fill(1n)),
      past_key_values: cache,
    });
  } catch (thrown) {
    throw modelFault(thrown);
  }
}

const whole = (values: readonly bigint[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values), [1, values.length]);

/** What comes out as the present goes in as the past. */
function presentOf(outputs: Feeds): Feeds {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([name]) => name.startsWith('present'))
      .map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]),
  );
}

/** Some weights make scores of 16 bits. */
function lastRow(logits: Tensor | undefined): Float32Array {
  const data: unknown = logits?.slice(null, -1, null).to('float32').data;
  if (!(data instanceof Float32Array) || data.length === 0 || !data.every(Number.isFinite)) {
    throw new Fault('model-failed', 'no scores');
  }
  return data;
}
