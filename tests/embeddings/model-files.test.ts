import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EncoderEntry } from '../../src/embeddings/encoder-catalogue.ts';
import {
  ensureModelFiles,
  type ModelFileDownload,
  openModelFile,
  whereModelFilesAre,
} from '../../src/embeddings/model-files.ts';
import { startFileServer } from './file-server.ts';
import { createMemoryCache } from './memory-cache.ts';

const contents = {
  'config.json': Buffer.from('{"model_type":"bert"}'),
  'tokenizer.json': Buffer.from('{}'),
  'onnx/model_quantized.onnx': Buffer.alloc(300_000, 7),
};
const paths = Object.keys(contents);
const bytesOf = (path: string) => new Map(Object.entries(contents)).get(path) ?? 404;

const entryAt = (base: string): EncoderEntry => ({
  id: 'tests/model',
  revision: '1',
  base,
  dtype: 'q8',
  files: Object.entries(contents).map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })),
});

function setting(changes: Partial<ModelFileDownload> = {}) {
  const cache = createMemoryCache();
  const progress: [number, number][] = [];
  const download: ModelFileDownload = {
    packaged: async () => null,
    cache,
    fetch,
    onProgress: (loaded, total) => progress.push([loaded, total]),
    ...changes,
  };
  return { cache, download, progress };
}

describe('files of a model', () => {
  it('are downloaded once, told about as they come, and then read from the cache', async () => {
    const { base, asked } = await startFileServer(bytesOf);
    const { cache, download, progress } = setting();
    const entry = entryAt(base);
    const total = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);

    expect(await whereModelFilesAre(entry, download)).toBeNull();
    expect(await ensureModelFiles(entry, download)).toBe('downloaded');
    expect(asked).toEqual(paths);
    expect(progress.map(([loaded]) => loaded)).toEqual(
      progress.map(([loaded]) => loaded).toSorted((a, b) => a - b),
    );
    expect(progress.at(-1)).toEqual([total, total]);
    expect(new Set(progress.map(([loaded]) => loaded)).size).toBeGreaterThan(paths.length);

    expect(await ensureModelFiles(entry, download)).toBe('cached');
    expect(await whereModelFilesAre(entry, download)).toBe('cached');
    expect(asked).toHaveLength(paths.length);
    const opened = await openModelFile(entry, 'config.json', 'cached', download);
    expect(await opened?.text()).toBe(contents['config.json'].toString());
    expect(await openModelFile(entry, 'vocab.txt', 'cached', download)).toBeNull();
    expect([...cache.kept.keys()]).toEqual(paths.map((path) => base + path));
  });

  it('come from the package where it has them, without a look at cache or network', async () => {
    const { base, asked } = await startFileServer(bytesOf);
    const { cache, download } = setting({
      packaged: async (path) => {
        const bytes = bytesOf(path.replace('models/tests/model/', ''));
        return typeof bytes === 'number' ? null : new Response(new Uint8Array(bytes));
      },
    });
    const entry = entryAt(base);
    expect(await ensureModelFiles(entry, download)).toBe('packaged');
    expect(await whereModelFilesAre(entry, download)).toBe('packaged');
    const opened = await openModelFile(entry, 'tokenizer.json', 'packaged', download);
    expect(await opened?.text()).toBe('{}');
    expect(asked).toEqual([]);
    expect(cache.kept.size).toBe(0);
  });

  it('are thrown away when they are not the ones of the catalogue', async () => {
    const { base } = await startFileServer((path) =>
      path === 'tokenizer.json' ? Buffer.from('{"evil":1}') : bytesOf(path),
    );
    const { cache, download } = setting();
    await expect(ensureModelFiles(entryAt(base), download)).rejects.toMatchObject({
      code: 'wrong-hash',
      detail: 'tokenizer.json',
    });
    expect([...cache.kept.keys()]).toEqual([`${base}config.json`]);
  });

  it('are downloaded again, and only those, when they were damaged on the disk', async () => {
    const { base, asked } = await startFileServer(bytesOf);
    const { cache, download } = setting();
    await ensureModelFiles(entryAt(base), download);
    cache.kept.set(`${base}tokenizer.json`, new Uint8Array(2));
    asked.length = 0;
    expect(await ensureModelFiles(entryAt(base), download)).toBe('downloaded');
    expect(asked).toEqual(['tokenizer.json']);
  });

  it.each([
    ['a server that answers with an error', 503] as const,
    ['a connection that breaks off', 'cut'] as const,
  ])('take up where they ended after %s', async (_, trouble) => {
    let broken = true;
    const { base, asked } = await startFileServer((path) =>
      broken && path.endsWith('.onnx') ? trouble : bytesOf(path),
    );
    const { cache, download } = setting();
    await expect(ensureModelFiles(entryAt(base), download)).rejects.toMatchObject({
      code: 'download-failed',
      detail: new URL(base).host,
    });
    expect(cache.kept.size).toBe(2);
    broken = false;
    asked.length = 0;
    expect(await ensureModelFiles(entryAt(base), download)).toBe('downloaded');
    expect(asked).toEqual(['onnx/model_quantized.onnx']);
  });

  it('fail with the host when nobody is there', async () => {
    const { download } = setting();
    // Port 9 is "discard": nothing listens there.
    await expect(ensureModelFiles(entryAt('http://127.0.0.1:9/'), download)).rejects.toMatchObject({
      code: 'download-failed',
      detail: '127.0.0.1:9',
    });
  });

  it('are downloaded once when two ask at the same time, and both hear how it goes', async () => {
    const { base, asked } = await startFileServer(bytesOf);
    const { download, progress } = setting();
    const heard: number[] = [];
    const answers = await Promise.all([
      ensureModelFiles(entryAt(base), download),
      ensureModelFiles(entryAt(base), { ...download, onProgress: (loaded) => heard.push(loaded) }),
    ]);
    expect(answers).toEqual(['downloaded', 'downloaded']);
    expect(asked).toEqual(paths);
    expect(heard.at(-1)).toBe(progress.at(-1)?.[0]);
  });

  it('say so when the disk is full', async () => {
    const { base } = await startFileServer(bytesOf);
    const { cache, download } = setting();
    const put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await expect(
      ensureModelFiles(entryAt(base), { ...download, cache: { ...cache, put } }),
    ).rejects.toMatchObject({ code: 'storage-full' });
  });
});
