import { expect, test } from 'vitest';
import { notedFetch } from '../../src/embeddings/noted-fetch.ts';
import { type SentRequest, sentRequestSchema } from '../../src/protocol/outbound.ts';
import { startFileServer } from './file-server.ts';

test('each request for a file is told, with the host and the answer and nothing else', async () => {
  const told: SentRequest[] = [];
  const { base } = await startFileServer(() => new Uint8Array(3));
  const response = await notedFetch((request) => told.push(request))(`${base}onnx/model.onnx`);
  expect((await response.arrayBuffer()).byteLength).toBe(3);
  expect(told).toMatchObject([
    { method: 'GET', host: new URL(base).host, path: '/onnx/model.onnx', status: 200, body: '' },
  ]);
  for (const request of told) expect(sentRequestSchema.parse(request)).toEqual(request);
});

test('one that nobody answers is told too', async () => {
  const told: SentRequest[] = [];
  const asking = notedFetch((request) => told.push(request))('http://127.0.0.1:9/x');
  await expect(asking).rejects.toThrow();
  expect(told).toMatchObject([{ host: '127.0.0.1:9', status: null }]);
});
