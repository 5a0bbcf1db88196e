import type { EncoderEngine } from './encoder-engine.ts';

/** An engine whose code is loaded when it is first asked for something. */
export function createLazyEngine(open: () => Promise<EncoderEngine>): EncoderEngine {
  let opening: Promise<EncoderEngine> | null = null;
  const engine = (): Promise<EncoderEngine> => {
    opening ??= open();
    return opening;
  };
  return {
    load: async () => (await engine()).load(),
    fetch: async (...told) => (await engine()).fetch(...told),
    embed: async (texts) => (await engine()).embed(texts),
    release: async () => (await opening)?.release(),
  };
}
