import {
  type Device,
  type GeneratorEntry,
  generatorEntry,
  generatorNamed,
} from '../../embeddings/generator-catalogue.ts';
import {
  ensureModelFiles,
  openModelFile,
  whereModelFilesAre,
} from '../../embeddings/model-files.ts';
import { notedFetch } from '../../embeddings/noted-fetch.ts';
import type { GeneratorEngine } from '../../embeddings/serve-generator.ts';
import {
  createTransformersGenerator,
  type LoadedGenerator,
} from '../../embeddings/transformers-generator.ts';
import { Fault } from '../../learning/fault.ts';
import { generate } from '../../models/local/generate.ts';
import { generatorCatalogue, generatorSources } from '../offscreen/generator-parts.ts';
import { packageUrl } from '../offscreen/package-files.ts';
import { nextTurn } from './next-turn.ts';

/** The engine of this worker. One model is in memory at a time, and one text is written at a time. */
export function runGenerator(): GeneratorEngine {
  let loaded: { readonly key: string; readonly model: LoadedGenerator } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function entryOf(name: string, device: Device): Promise<GeneratorEntry> {
    return generatorEntry(generatorNamed(await generatorCatalogue(), name), device);
  }
  async function open(name: string, device: Device): Promise<LoadedGenerator> {
    const key = `${name} ${device}`;
    if (loaded?.key === key) return loaded.model;
    const entry = await entryOf(name, device);
    const place = await whereModelFilesAre(entry, generatorSources);
    if (!place) throw new Fault('model-absent');
    const old = loaded;
    loaded = null;
    await old?.model.close();
    const file = (path: string) => openModelFile(entry, path, place, generatorSources);
    const model = await createTransformersGenerator(entry, file, runtimeOf(entry.device));
    loaded = { key, model };
    return model;
  }

  return {
    async fetch(name, device, onProgress, onRequest) {
      await ensureModelFiles(await entryOf(name, device), {
        ...generatorSources,
        fetch: notedFetch(onRequest, 'generator'),
        onProgress,
      });
    },
    write(name, device, { prompt, strengthening }, options) {
      const turn = last.then(async () => {
        if (options.signal?.aborted) throw new Fault('cancelled');
        options.onStep();
        const model = await open(name, device);
        return generate(model, prompt, strengthening, {
          ...options,
          onStep: async () => {
            options.onStep();
            // WebAssembly never lets go by itself, and "stop" has to be heard.
            await nextTurn();
          },
        });
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** The plain build of onnxruntime has no WebGPU; the one that has needs a browser with JSPI. */
function runtimeOf(device: Device) {
  const build = device === 'webgpu' ? 'ort-wasm-simd-threaded.jspi' : 'ort-wasm-simd-threaded';
  return { device, wasm: packageUrl(`wasm/${build}.wasm`), mjs: packageUrl(`wasm/${build}.mjs`) };
}
