import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  generatorEntry,
  generatorNamed,
  readGenerators,
} from '../../src/embeddings/generator-catalogue.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';

const shipped: unknown = JSON.parse(readFileSync('public/generators.json', 'utf8'));
const catalogue = readGenerators(shipped);
const chosen = generatorNamed(catalogue, defaultSettings.writer.generator);

test.each(Object.entries(catalogue))('%s is pinned to one commit over https', (_, choice) => {
  expect(choice.revision).toMatch(/^[0-9a-f]{40}$/);
  expect(choice.base).toBe(`https://huggingface.co/${choice.id}/resolve/${choice.revision}/`);
});

test('with a graphics card it has the weights for one, and without its own', () => {
  const paths = (best: 'wasm' | 'webgpu') =>
    generatorEntry(chosen, best).files.map(({ path }) => path);
  const shared = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
  expect(generatorEntry(chosen, 'webgpu')).toMatchObject({ device: 'webgpu', dtype: 'q4f16' });
  expect(paths('webgpu')).toEqual([...shared, 'onnx/model_q4f16.onnx']);
  expect(generatorEntry(chosen, 'wasm')).toMatchObject({ device: 'wasm', dtype: 'q8' });
  expect(paths('wasm')).toEqual([...shared, 'onnx/model_quantized.onnx']);
});

test('one without weights for a graphics card runs on the processor', () => {
  const plain = { ...chosen, weights: { ...chosen.weights, webgpu: null } };
  expect(generatorEntry(plain, 'webgpu')).toEqual(generatorEntry(plain, 'wasm'));
});

test('a name that is not in it is told', () => {
  expect(() => generatorNamed(catalogue, 'gpt-9')).toThrow(
    expect.objectContaining({ code: 'no-such-model', detail: 'gpt-9' }),
  );
});

test.each([
  ['nothing', null],
  ['weights without a hash', { one: { ...chosen, files: [{ path: 'a.json', bytes: 1 }] } }],
  ['a path out of the folder', { one: { ...chosen, base: 'file:///etc/' } }],
])('refuses %s', (_, json) => {
  expect(() => readGenerators(json)).toThrow(expect.objectContaining({ code: 'model-failed' }));
});
