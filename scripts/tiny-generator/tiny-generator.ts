import { createHash } from 'node:crypto';
import type { GeneratorChoice } from '../../src/embeddings/generator-catalogue.ts';
import { type Bytes, elements, model, node, port, tensor } from '../tiny-encoder/onnx.ts';

/** The end, what is not known, and the words it knows; an id is a place in this list. */
export const vocabulary = [
  '<eos>',
  '<unk>',
  'write',
  'formal',
  'casual',
  'dear',
  'hello',
  'hey',
  'ann',
  'thanks',
  'regards',
  'cheers',
] as const;
export type Word = (typeof vocabulary)[number];

const size = vocabulary.length;
const id = (word: Word): number => vocabulary.indexOf(word);

/** What follows what, and how surely; what is not named is as good as impossible. */
const follows: readonly (readonly [Word, Word, number])[] = [
  ['write', 'hello', 3],
  ['write', 'dear', 2],
  ['write', 'hey', 2],
  ['hello', 'ann', 5],
  ['dear', 'ann', 5],
  ['hey', 'ann', 5],
  ['ann', 'thanks', 5],
  ['thanks', 'regards', 3],
  ['thanks', 'cheers', 2],
  ['regards', '<eos>', 5],
  ['cheers', '<eos>', 5],
];
/** What a word makes likelier wherever it stands before: too little by itself to change the mail. */
const leanings: readonly (readonly [Word, Word, number])[] = [
  ['casual', 'hey', 0.75],
  ['casual', 'cheers', 0.75],
  ['formal', 'dear', 0.75],
  ['formal', 'regards', 0.75],
];

/** How much likelier the end gets with each place: too little to come early. */
const tiring = 0.0005;

/**
 * Scores of the next word after `words`, as the graph reckons them: the last word's row, all leanings, and
 * how late it is.
 */
export function scoresAfter(words: readonly Word[]): number[] {
  const last = words.at(-1) ?? '<eos>';
  const late = tiring * (words.length - 1);
  return vocabulary.map((word, next) =>
    words.reduce(
      (sum, before) => sum + (leaning[id(before) * size + next] ?? 0),
      (following[id(last) * size + next] ?? 0) + (word === '<eos>' ? late : 0),
    ),
  );
}

const following = table(follows, -10);
const ends = Float32Array.from(vocabulary, (word) => (word === '<eos>' ? tiring : 0));
const leaning = table(leanings, 0);

function table(rows: readonly (readonly [Word, Word, number])[], otherwise: number): Float32Array {
  const cells = new Float32Array(size * size).fill(otherwise);
  for (const [from, to, value] of rows) cells[id(from) * size + id(to)] = value;
  return cells;
}

/**
 * A real language model of a few kilobytes, by path as transformers.js looks for its files with dtype `q8`:
 * it writes one mail to Ann, and what stands earlier in the prompt leans it one way or another. Its memory of
 * that is a cache as large models have one. The same in every build.
 */
export function tinyGeneratorFiles(): ReadonlyMap<string, Bytes> {
  return new Map([
    ['config.json', json(config)],
    ['tokenizer.json', json(tokenizer)],
    ['tokenizer_config.json', json(tokenizerConfig)],
    ['onnx/model_quantized.onnx', graph()],
    ['onnx/model_q4f16.onnx', graph()],
  ]);
}

/** What `generators.json` would say of it, were it served below `base` (with a slash at its end). */
export function tinyGeneratorChoice(base: string): GeneratorChoice {
  const all = Array.from(tinyGeneratorFiles(), ([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const weights = (path: string) => {
    const file = all.find((one) => one.path === path);
    if (!file) throw new Error(`There is no ${path}.`);
    return { memory: 1_000_000, file };
  };
  return {
    title: 'Tiny',
    licence: 'MIT',
    id: 'tests/tiny-generator',
    revision: 'tiny',
    base,
    window: 4096,
    files: all.filter(({ path }) => !path.startsWith('onnx/')),
    weights: {
      wasm: { dtype: 'q8', ...weights('onnx/model_quantized.onnx') },
      webgpu: { dtype: 'q4f16', ...weights('onnx/model_q4f16.onnx') },
    },
  };
}

const config = {
  architectures: ['GPT2LMHeadModel'],
  model_type: 'gpt2',
  n_embd: size,
  n_head: 1,
  n_layer: 1,
  n_positions: 8192,
  max_position_embeddings: 8192,
  vocab_size: size,
  bos_token_id: 0,
  eos_token_id: 0,
};

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [
    {
      id: 0,
      content: '<eos>',
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    },
  ],
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: { type: 'WordPiece', prefix: '##', cleanup: false },
  model: {
    type: 'WordLevel',
    unk_token: '<unk>',
    vocab: Object.fromEntries(vocabulary.map((word, at) => [word, at])),
  },
};

const tokenizerConfig = {
  tokenizer_class: 'PreTrainedTokenizer',
  model_max_length: 8192,
  unk_token: '<unk>',
  eos_token: '<eos>',
  bos_token: '<eos>',
  chat_template:
    "{% for message in messages %}{{ message['content'] }} {% endfor %}{% if add_generation_prompt %}write{% endif %}",
};

/**
 * The rows of the last words, the running sum of what all words so far lean to, and how late it is. Inputs and
 * outputs are those of real exports: past and present keys and values, a mask over both, and places.
 */
function graph(): Bytes {
  const cached = ['batch_size', 1, 'past_sequence_length', size];
  return model({
    name: 'tiny-generator',
    nodes: [
      node('Gather', ['following', 'input_ids'], 'row', { axis: 0 }),
      node('Gather', ['leaning', 'input_ids'], 'lean', { axis: 0 }),
      node('Unsqueeze', ['lean', 'second'], 'key'),
      node('Concat', ['past_key_values.0.key', 'key'], 'present.0.key', { axis: 2 }),
      node('Concat', ['past_key_values.0.value', 'key'], 'present.0.value', { axis: 2 }),
      node('Cast', ['attention_mask'], 'mask', { to: elements.float }),
      node('Unsqueeze', ['mask', 'around'], 'column'),
      node('Mul', ['present.0.key', 'column'], 'seen'),
      node('CumSum', ['seen', 'two'], 'running'),
      // Of the whole sum, the places that were asked for.
      node('Shape', ['input_ids'], 'shape'),
      node('Gather', ['shape', 'second'], 'length', { axis: 0 }),
      node('Neg', ['length'], 'start'),
      node('Slice', ['running', 'start', 'end', 'third'], 'leant'),
      node('Squeeze', ['leant', 'second'], 'all'),
      node('Add', ['row', 'all'], 'words'),
      node('Cast', ['position_ids'], 'places', { to: elements.float }),
      node('Unsqueeze', ['places', 'third'], 'place'),
      node('Mul', ['place', 'tiring'], 'late'),
      node('Add', ['words', 'late'], 'logits'),
    ],
    tensors: [
      tensor('following', elements.float, [size, size], following),
      tensor('leaning', elements.float, [size, size], leaning),
      tensor('second', elements.int64, [1], BigInt64Array.of(1n)),
      tensor('third', elements.int64, [1], BigInt64Array.of(2n)),
      tensor('two', elements.int64, [], BigInt64Array.of(2n)),
      tensor('around', elements.int64, [2], BigInt64Array.of(1n, 3n)),
      tensor('end', elements.int64, [1], BigInt64Array.of(2n ** 62n)),
      tensor('tiring', elements.float, [size], ends),
    ],
    inputs: [
      port('input_ids', elements.int64, ['batch_size', 'sequence_length']),
      port('attention_mask', elements.int64, ['batch_size', 'total_sequence_length']),
      port('position_ids', elements.int64, ['batch_size', 'sequence_length']),
      port('past_key_values.0.key', elements.float, cached),
      port('past_key_values.0.value', elements.float, cached),
    ],
    outputs: [
      port('logits', elements.float, ['batch_size', 'sequence_length', size]),
      port('present.0.key', elements.float, ['batch_size', 1, 'total_sequence_length', size]),
      port('present.0.value', elements.float, ['batch_size', 1, 'total_sequence_length', size]),
    ],
  });
}

const json = (value: object): Bytes => new TextEncoder().encode(JSON.stringify(value));
