import { expect, it } from 'vitest';
import { downloadFile } from '../../src/embeddings/download-file.ts';
import { startFileServer } from './file-server.ts';

it('gives a silent server up', async () => {
  const { base } = await startFileServer(() => new Promise<'cut'>(() => {}));
  await expect(downloadFile(base, fetch, () => {}, 20)).rejects.toMatchObject({
    code: 'download-failed',
    detail: new URL(base).host,
  });
});

it('puts the pieces together in order', async () => {
  const bytes = Uint8Array.from({ length: 500_000 }, (_, at) => at % 251);
  const { base } = await startFileServer(() => bytes);
  const counts: number[] = [];
  const whole = await downloadFile(base, fetch, (loaded) => counts.push(loaded));
  // Not `toEqual`, which is slow with so many numbers.
  expect(Buffer.compare(whole, bytes)).toBe(0);
  expect(counts.at(-1)).toBe(bytes.length);
});
