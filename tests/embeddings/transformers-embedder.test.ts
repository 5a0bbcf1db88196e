import { describe, expect, it } from 'vitest';
import { tinyEncoderEntry, tinyEncoderFiles } from '../../scripts/tiny-encoder/tiny-encoder.ts';
import {
  createTransformersEmbedder,
  type LoadedEmbedder,
} from '../../src/embeddings/transformers-embedder.ts';
import { cosine } from './cosine.ts';
import { onnxRuntimeIsHere } from './onnx-runtime.ts';

const files = tinyEncoderFiles();

async function openTiny(path: string): Promise<Response | null> {
  const bytes = files.get(path);
  return bytes ? new Response(bytes) : null;
}

function load(
  id = 'tests/tiny-encoder',
  open: (path: string) => Promise<Response | null> = openTiny,
): Promise<LoadedEmbedder> {
  const entry = tinyEncoderEntry('http://127.0.0.1:9/', id);
  return createTransformersEmbedder('tiny@1', entry, open, { device: 'cpu' });
}

describe.skipIf(!onnxRuntimeIsHere())('the encoder of transformers.js', () => {
  it('gives vectors of length 1 that carry its id', async () => {
    const [vector] = await (await load()).embed(['Please pay the invoice.']);
    expect(vector?.encoder).toBe('tiny@1');
    expect(vector?.values).toHaveLength(64);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(Math.hypot(...(vector?.values ?? []))).toBeCloseTo(1, 5);
  });

  it('pools all words: two of them point between each, in either order', async () => {
    const embedder = await load();
    const [one, two, both, reversed] = await embedder.embed([
      'invoice',
      'meeting',
      'invoice meeting',
      'meeting invoice',
    ]);
    expect(cosine(both, reversed)).toBeCloseTo(1, 5);
    expect(cosine(both, one)).toBeGreaterThan(cosine(one, two));
    expect(cosine(both, two)).toBeGreaterThan(cosine(one, two));
  });

  it('gives a text the same vector whatever else is asked for with it', async () => {
    const embedder = await load();
    const text = 'The server crashed again.';
    const [alone] = await embedder.embed([text]);
    const [, among] = await embedder.embed(['Happy birthday! '.repeat(60), text, '']);
    expect(among).toEqual(alone);
  });

  it('finds related mails nearer than others', async () => {
    const [meeting, appointment, invoice, payment, bug] = await (await load()).embed([
      'Can we move the meeting to Wednesday?',
      'I have to postpone our appointment, is there another slot?',
      'Your invoice is overdue, please pay.',
      'The receipt for your payment to our bank account is attached.',
      'The build fails with an error in the log.',
    ]);
    expect(cosine(meeting, appointment)).toBeGreaterThan(cosine(meeting, invoice));
    expect(cosine(meeting, appointment)).toBeGreaterThan(cosine(meeting, bug));
    expect(cosine(invoice, payment)).toBeGreaterThan(cosine(invoice, meeting));
    expect(cosine(invoice, payment)).toBeGreaterThan(cosine(payment, bug));
  });

  it('reads empty and very long texts', async () => {
    const vectors = await (await load()).embed(['', 'invoice '.repeat(5_000)]);
    for (const { values } of vectors) expect(values.every(Number.isFinite)).toBe(true);
  });

  it('asks for its own files only, and only here', async () => {
    const asked: string[] = [];
    await load('tests/watched', async (path) => {
      asked.push(path);
      return openTiny(path);
    });
    expect(new Set(asked)).toEqual(new Set(files.keys()));
  });

  it('says so when a file is missing or broken', async () => {
    const without = (missing: string) => async (path: string) =>
      path === missing ? null : openTiny(path);
    const fault = expect.objectContaining({ code: 'encoder-failed' });
    await expect(load('tests/none', without('config.json'))).rejects.toEqual(fault);
    await expect(load('tests/headless', without('onnx/model_quantized.onnx'))).rejects.toEqual(
      fault,
    );
    const broken = async (path: string) =>
      path.endsWith('.onnx') ? new Response('not a model') : openTiny(path);
    await expect(load('tests/broken', broken)).rejects.toEqual(fault);
  });
});
