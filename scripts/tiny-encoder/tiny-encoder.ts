import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncoderEntry } from '../../src/embeddings/encoder-catalogue.ts';
import { type Bytes, elements, model, node, port, tensor } from './onnx.ts';
import { tokenizerConfig, tokenizerFile, vocabularyOf } from './tokenizer.ts';
import { wordVectors } from './word-vectors.ts';

const size = 64;

/**
 * A real sentence encoder of a few ten kilobytes, by path as transformers.js looks for its files
 * with dtype `q8`. It knows the words of `corpus.txt` and nothing else: enough to try the loading
 * path and to tell topics apart in tests, no measure of what MiniLM can do. The same in every build.
 */
export function tinyEncoderFiles(): ReadonlyMap<string, Bytes> {
  const corpus = readFileSync(join(import.meta.dirname, 'corpus.txt'), 'utf8');
  const lines = corpus.split('\n').filter((line) => line.trim() !== '');
  const vocabulary = vocabularyOf(lines);
  return new Map([
    ['config.json', json(config(vocabulary.length))],
    ['tokenizer.json', json(tokenizerFile(vocabulary))],
    ['tokenizer_config.json', json(tokenizerConfig)],
    ['onnx/model_quantized.onnx', graph(vocabulary.length, wordVectors(lines, vocabulary, size))],
  ]);
}

/** What `encoders.json` would say of it, were it served below `base` (with a slash at its end). */
export function tinyEncoderEntry(base: string, id = 'tests/tiny-encoder'): EncoderEntry {
  return {
    id,
    revision: 'tiny',
    base,
    dtype: 'q8',
    files: Array.from(tinyEncoderFiles(), ([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
}

function config(tokens: number): object {
  return {
    architectures: ['BertModel'],
    model_type: 'bert',
    hidden_size: size,
    num_hidden_layers: 0,
    num_attention_heads: 1,
    intermediate_size: size,
    vocab_size: tokens,
    max_position_embeddings: 512,
    type_vocab_size: 2,
    pad_token_id: 0,
  };
}

/** Looks up each token's row of 8-bit numbers, scales it, and blanks what the mask leaves out. */
function graph(tokens: number, vectors: Float32Array): Bytes {
  const step = vectors.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  const rows = Int8Array.from(vectors, (value) => Math.round(value / step));
  const open = ['batch', 'sequence'];
  return model({
    name: 'tiny-encoder',
    nodes: [
      node('Gather', ['rows', 'input_ids'], 'picked', { axis: 0 }),
      node('DequantizeLinear', ['picked', 'step', 'zero'], 'scaled'),
      node('Cast', ['attention_mask'], 'mask', { to: elements.float }),
      node('Unsqueeze', ['mask', 'last'], 'column'),
      node('Mul', ['scaled', 'column'], 'last_hidden_state'),
    ],
    tensors: [
      tensor('rows', elements.int8, [tokens, size], rows),
      tensor('step', elements.float, [], Float32Array.of(step)),
      tensor('zero', elements.int8, [], Int8Array.of(0)),
      tensor('last', elements.int64, [1], BigInt64Array.of(2n)),
    ],
    inputs: [port('input_ids', elements.int64, open), port('attention_mask', elements.int64, open)],
    outputs: [port('last_hidden_state', elements.float, [...open, size])],
  });
}

const json = (value: object): Bytes => new TextEncoder().encode(JSON.stringify(value));
