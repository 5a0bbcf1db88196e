import { browser } from '../../browser/extension.ts';
import type { EncoderEngine } from '../../embeddings/encoder-engine.ts';
import { createLocalEngine } from '../../embeddings/local-engine.ts';
import { modelParts } from './model-parts.ts';

/** The engine of this page, with the WebAssembly files of our package. Brings transformers.js along. */
export function runEngine(): EncoderEngine {
  const file = (name: string) => browser.runtime.getURL(`wasm/ort-wasm-simd-threaded.${name}`);
  return createLocalEngine(modelParts, { device: 'wasm', wasm: file('wasm'), mjs: file('mjs') });
}
