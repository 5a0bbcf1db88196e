import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { asFault, Fault } from '../learning/fault.ts';
import type { Embedder } from '../learning/ports.ts';
import type { EncoderEntry } from './encoder-catalogue.ts';

/** What differs between a browser and Node, where the tests load the same model. */
export type TransformersRuntime =
  /** Addresses of the two packaged files of onnxruntime-web. */
  | { readonly device: 'wasm'; readonly wasm: string; readonly mjs: string }
  | { readonly device: 'cpu' };

/** An encoder that holds memory until it is closed. */
export interface LoadedEmbedder extends Embedder {
  close(): Promise<void>;
}

/**
 * Loads a sentence encoder into transformers.js from files that are already here: `open` answers the
 * file at a path below the model's folder, or `null`. Vectors are mean-pooled over the attention
 * mask and L2-normalised, as in PRELUDE §5. Rejects with `encoder-failed`, and so does `embed`.
 */
export async function createTransformersEmbedder(
  id: string,
  entry: EncoderEntry,
  open: (path: string) => Promise<Response | null>,
  runtime: TransformersRuntime,
): Promise<LoadedEmbedder> {
  keepOffTheNetwork(entry, open);
  if (runtime.device === 'wasm') useOwnWebAssembly(runtime);
  const extract = await load(entry, runtime.device);
  return {
    id,
    // One text at a time: quantised layers scale with what else is in a batch, so that a text would
    // not always get the same vector, and a single thread gains nothing from batches.
    async embed(texts) {
      const vectors = [];
      for (const text of texts) vectors.push({ encoder: id, values: await run(extract, text) });
      return vectors;
    },
    close: () => extract.dispose(),
  };
}

async function load(entry: EncoderEntry, device: 'wasm' | 'cpu') {
  try {
    return await pipeline('feature-extraction', entry.id, { dtype: entry.dtype, device });
  } catch (thrown) {
    throw asFault(thrown, 'encoder-failed');
  }
}

async function run(extract: FeatureExtractionPipeline, text: string): Promise<Float32Array> {
  try {
    const { data } = await extract(text, { pooling: 'mean', normalize: true });
    if (data instanceof Float32Array && data.every(Number.isFinite)) return data;
  } catch (thrown) {
    throw asFault(thrown, 'encoder-failed');
  }
  throw new Fault('encoder-failed', 'no vector');
}

/**
 * transformers.js asks its cache first, for `<localModelPath><id>/<path>`; ours has every file there
 * is, and whatever else it would fetch is answered with "not found".
 */
function keepOffTheNetwork(
  entry: EncoderEntry,
  open: (path: string) => Promise<Response | null>,
): void {
  const folder = `models/${entry.id}/`;
  env.localModelPath = 'models/';
  // In Node it asks a second time, by the remote address: make that the same one.
  env.remoteHost = 'models/';
  env.remotePathTemplate = '{model}/';
  // One of the two must be on, or it refuses to read even from the cache.
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.useFS = false;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.useCustomCache = true;
  env.customCache = {
    match: async (address: string) =>
      address.startsWith(folder)
        ? ((await open(address.slice(folder.length))) ?? undefined)
        : undefined,
    put: async () => {},
  };
  env.fetch = async () => new Response(null, { status: 404 });
}

/** Without these paths the library would load them from a CDN. */
function useOwnWebAssembly({ wasm, mjs }: { readonly wasm: string; readonly mjs: string }): void {
  const settings = env.backends.onnx.wasm;
  if (!settings) throw new Fault('encoder-failed', 'onnxruntime-web');
  settings.wasmPaths = { wasm, mjs };
  settings.numThreads = 1;
  settings.proxy = false;
}
