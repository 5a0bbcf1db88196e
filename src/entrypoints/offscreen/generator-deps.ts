import { browser } from '../../browser/extension.ts';
import { ensureOffscreen } from '../../browser/offscreen.ts';
import type { Device } from '../../embeddings/generator-catalogue.ts';
import type { GeneratorDeps } from '../../embeddings/generator-host.ts';
import { createRemoteGenerator } from '../../embeddings/remote-generator.ts';
import { generatorPortName } from '../../protocol/generator-port.ts';
import type { EncoderPort } from '../../protocol/offscreen-port.ts';
import { generatorCatalogue, generatorSources } from './generator-parts.ts';
import { openGeneratorHome } from './open-generator.ts';

/** What the background makes its small language models of: on Chrome their worker is the offscreen page's. */
export function generatorDeps(): Omit<GeneratorDeps, 'onRequest'> {
  return {
    catalogue: generatorCatalogue,
    sources: generatorSources,
    device: bestDevice,
    remote: createRemoteGenerator({
      connect: __BROWSER__ === 'chrome' ? offscreenPort : async () => ownPort(),
      // Reading a long mail on a slow processor, and a download's own patience, are shorter.
      patienceMs: 120_000,
    }),
  };
}

async function offscreenPort(): Promise<EncoderPort> {
  await ensureOffscreen();
  return browser.runtime.connect({ name: generatorPortName });
}

/** Firefox's event page starts the worker itself. */
function ownPort(): EncoderPort {
  const listeners: ((message: unknown) => void)[] = [];
  const home = openGeneratorHome((message) => {
    for (const listener of listeners) listener(message);
  });
  return {
    postMessage: (message) => home.send(message),
    onMessage: { addListener: (listener) => void listeners.push(listener) },
    // It ends with this page.
    onDisconnect: { addListener: () => {} },
  };
}

/** What can run a model here; asked once in the life of the background. */
let found: Promise<Device> | null = null;
function bestDevice(): Promise<Device> {
  // Some browsers never answer where the graphics card is out of reach.
  found ??= Promise.race([
    look().catch(() => 'wasm' as const),
    new Promise<Device>((done) => setTimeout(() => done('wasm'), 3_000)),
  ]);
  return found;
}

async function look(): Promise<Device> {
  // Our build of onnxruntime with WebGPU waits for the card by JSPI.
  if (!('gpu' in navigator) || !('Suspending' in WebAssembly)) return 'wasm';
  const adapter = await navigator.gpu.requestAdapter();
  return adapter?.features.has('shader-f16') ? 'webgpu' : 'wasm';
}
