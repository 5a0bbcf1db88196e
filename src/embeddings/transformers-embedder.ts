import { type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { asFault, Fault } from '../learning/fault.ts';
import type { Embedder } from '../learning/ports.ts';
import type { EncoderEntry } from './encoder-catalogue.ts';
import { prepare, type TransformersRuntime } from './transformers-runtime.ts';

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
  prepare(entry, open, runtime);
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

async function load(entry: EncoderEntry, device: TransformersRuntime['device']) {
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
