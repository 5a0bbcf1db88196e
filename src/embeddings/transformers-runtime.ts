import { env } from '@xenova/transformers';
import { Fault } from '../learning/fault.ts';
import type { ModelEntry } from './model-entry.ts';

/** What differs between a browser and Node, where the tests load the same model. */
export type TransformersRuntime =
  /** Addresses of the two packaged files of onnxruntime-web: for `webgpu` of its JSPI build. */
  | { readonly device: 'wasm' | 'webgpu'; readonly wasm: string; readonly mjs: string }
  | { readonly device: 'cpu' };

/** Makes transformers.js read a model from `open` alone, and its WebAssembly from our package. */
export function prepare(
  entry: ModelEntry,
  open: (path: string) => Promise<Response | null>,
  runtime: TransformersRuntime,
): void {
  keepOffTheNetwork(entry, open);
  if (runtime.device !== 'cpu') useOwnWebAssembly(runtime);
}

/**
 * transformers.js asks its cache first, for `<localModelPath><id>/<path>`; ours has every file there
 * is, and whatever else it would fetch is answered with "not found".
 */
function keepOffTheNetwork(
  entry: ModelEntry,
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
