import { fnv } from '../learning/mail/fnv.ts';
import type { Embedder } from '../learning/ports.ts';
import type { ContextVector } from '../learning/types.ts';
import { features } from './lexical-features.ts';

const dimensions = 384;

/**
 * The encoder that is always there: hashed words and pieces of words, no model, no download. Each
 * feature adds its weight, damped by how often it occurs (1 + ln n), to one dimension with a sign,
 * both from its hash (feature hashing, Weinberger et al. 2009), so that collisions cancel on
 * average. `values` has 384 numbers and length 1, also for a text without a word in it.
 */
export function createLexicalEmbedder(): Embedder {
  const id = 'lexical-1';
  return {
    id,
    embed: async (texts) =>
      texts.map((text): ContextVector => ({ encoder: id, values: hashed(text) })),
  };
}

function hashed(text: string): Float32Array {
  const values = new Float32Array(dimensions);
  for (const [feature, { weight, count }] of features(text)) {
    add(values, feature, weight * (1 + Math.log(count)));
  }
  const length = Math.hypot(...values);
  if (length > 0) return values.map((value) => value / length);
  // Nothing to go by: one fixed direction, so that such texts are near each other and nothing else.
  add(values, '', 1);
  return values;
}

function add(values: Float32Array, feature: string, weight: number): void {
  const hash = mixed(feature);
  const at = (hash >>> 1) % dimensions;
  values[at] = (values[at] ?? 0) + (hash & 1 ? weight : -weight);
}

/** With murmur3's finaliser: FNV alone leaves the low bits uneven. */
function mixed(text: string): number {
  let hash = fnv(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
