import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { encoderId, readCatalogue } from '../../src/embeddings/encoder-catalogue.ts';

const shipped: unknown = JSON.parse(readFileSync('public/encoders.json', 'utf8'));

it('reads the catalogue that is shipped, pinned to one revision over https', () => {
  const { minilm } = readCatalogue(shipped);
  expect(minilm.base).toBe(`https://huggingface.co/${minilm.id}/resolve/${minilm.revision}/`);
  expect(minilm.files.map(({ path }) => path)).toContain('onnx/model_quantized.onnx');
  expect(encoderId('minilm', minilm)).toBe(`minilm@${minilm.revision}`);
});

it.each([
  ['nothing', null],
  ['a path out of the folder', { path: '../secret.json' }],
  ['a hash that is cut', { sha256: 'abc' }],
])('refuses %s', (_, change) => {
  const { minilm } = readCatalogue(shipped);
  const [first, ...rest] = minilm.files;
  const json = change && { minilm: { ...minilm, files: [{ ...first, ...change }, ...rest] } };
  expect(() => readCatalogue(json)).toThrow(expect.objectContaining({ code: 'encoder-failed' }));
});
