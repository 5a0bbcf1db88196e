import { describe, expect, it } from 'vitest';
import { tinyEncoderEntry, tinyEncoderFiles } from '../../scripts/tiny-encoder/tiny-encoder.ts';
import { createLocalEngine } from '../../src/embeddings/local-engine.ts';
import { startFileServer } from './file-server.ts';
import { createMemoryCache } from './memory-cache.ts';
import { onnxRuntimeIsHere } from './onnx-runtime.ts';

const files = tinyEncoderFiles();

/** An engine on a machine without the model, and a server that has it. */
async function setting(id: string) {
  const { base, asked } = await startFileServer((path) => files.get(path) ?? 404);
  const cache = createMemoryCache();
  const entry = tinyEncoderEntry(base, id);
  const engine = createLocalEngine(
    async () => ({ entry, sources: { packaged: async () => null, cache } }),
    { device: 'cpu' },
  );
  return { engine, asked, cache, address: (path: string) => base + path };
}

describe.skipIf(!onnxRuntimeIsHere())('the engine that runs here', () => {
  it('downloads nothing by itself, and works once it was told to', async () => {
    const { engine, asked } = await setting('tests/engine-download');
    expect(await engine.load()).toBe('absent');
    await expect(engine.embed(['hello'])).rejects.toMatchObject({ code: 'encoder-failed' });
    expect(asked).toEqual([]);

    await engine.fetch(
      () => {},
      () => {},
    );
    expect(await engine.load()).toBe('ready');
    const [vector] = await engine.embed(['Please pay the invoice.']);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
    expect(asked).toHaveLength(files.size);
  });

  it('loads by itself when it is asked for a vector, also after it was released', async () => {
    const { engine } = await setting('tests/engine-release');
    await engine.fetch(
      () => {},
      () => {},
    );
    const [before] = await engine.embed(['The server crashed.']);
    await engine.release();
    const [after] = await engine.embed(['The server crashed.']);
    expect(after).toEqual(before);
  });

  it('does not remember a failure: a model that was repaired loads', async () => {
    const { engine, cache, address } = await setting('tests/engine-repair');
    await engine.fetch(
      () => {},
      () => {},
    );
    cache.kept.set(address('onnx/model_quantized.onnx'), new Uint8Array(8));
    await expect(engine.load()).rejects.toMatchObject({ code: 'encoder-failed' });
    await engine.fetch(
      () => {},
      () => {},
    );
    expect(await engine.load()).toBe('ready');
  });
});
