import { Fault } from '../learning/fault.ts';
import { type EncoderEntry, encoderId } from './encoder-catalogue.ts';
import type { EncoderEngine } from './encoder-engine.ts';
import {
  ensureModelFiles,
  type ModelFileSources,
  openModelFile,
  whereModelFilesAre,
} from './model-files.ts';
import { notedFetch } from './noted-fetch.ts';
import { createTransformersEmbedder, type LoadedEmbedder } from './transformers-embedder.ts';
import type { TransformersRuntime } from './transformers-runtime.ts';

/** Which model it is, and where its files may be. */
export interface ModelParts {
  readonly entry: EncoderEntry;
  readonly sources: ModelFileSources;
}

/** The engine that runs transformers.js in this very context. The model is loaded once, on demand. */
export function createLocalEngine(
  findParts: () => Promise<ModelParts>,
  runtime: TransformersRuntime,
): EncoderEngine {
  let loading: Promise<LoadedEmbedder | null> | null = null;

  async function start(): Promise<LoadedEmbedder | null> {
    const { entry, sources } = await findParts();
    const place = await whereModelFilesAre(entry, sources);
    if (!place) return null;
    return createTransformersEmbedder(
      encoderId('minilm', entry),
      entry,
      (path) => openModelFile(entry, path, place, sources),
      runtime,
    );
  }

  async function loaded(): Promise<LoadedEmbedder | null> {
    loading ??= start();
    const mine = loading;
    try {
      const embedder = await mine;
      // Not there or not working now does not mean never: the next call looks again.
      if (!embedder && loading === mine) loading = null;
      return embedder;
    } catch (thrown) {
      if (loading === mine) loading = null;
      throw thrown;
    }
  }

  return {
    load: async () => ((await loaded()) ? 'ready' : 'absent'),
    async fetch(onProgress, onRequest) {
      const { entry, sources } = await findParts();
      await ensureModelFiles(entry, {
        ...sources,
        fetch: notedFetch(onRequest),
        onProgress,
      });
    },
    async embed(texts) {
      const embedder = await loaded();
      if (!embedder) throw new Fault('encoder-failed', 'no model');
      return (await embedder.embed(texts)).map(({ values }) => values);
    },
    async release() {
      const embedder = await loading?.catch(() => null);
      loading = null;
      await embedder?.close();
    },
  };
}
