import type { SentRequest } from '../protocol/outbound.ts';

/** Wherever transformers.js runs: here (`local-engine.ts`) or behind a port (`remote-engine.ts`). */
export interface EncoderEngine {
  /** Loads the model from files that are already on this machine; never downloads. Rejects with a `Fault`. */
  load(): Promise<'ready' | 'absent'>;
  /** Downloads what is missing and keeps it; tells of each request. Rejects with a `Fault`. */
  fetch(
    onProgress: (loaded: number, total: number) => void,
    onRequest: (request: SentRequest) => void,
  ): Promise<void>;
  /** One vector of length 1 a text, loading the model first if need be. Rejects with a `Fault`. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
  /** Gives the model's memory back. */
  release(): Promise<void>;
}
