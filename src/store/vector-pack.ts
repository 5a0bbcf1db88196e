import { z } from 'zod';
import { fnv } from '../learning/mail/fnv.ts';
import { readable } from './readable.ts';

/** The vectors of some episodes by id; `null` for a row that could not be read. */
export type PackedVectors = ReadonlyMap<string, Float32Array | null>;

const headerSchema = z.object({
  ids: z.array(z.string()),
  /** How many numbers each has. */
  lengths: z.array(z.number().int().min(0)),
});

/** How many packs the vectors of an encoder are put into: few are read at once, one is soon made anew. */
export const packCount = 16;

/** Which pack an episode's vector belongs into, from 0: by its id alone, so nothing must be looked up. */
export function packOf(episodeId: string): number {
  const hash = fnv(episodeId);
  return ((hash ^ (hash >>> 16)) >>> 0) % packCount;
}

/** Vectors as bytes: all their numbers, then whose they are as JSON, then the length of that in four bytes. */
export function writePack(vectors: PackedVectors): Uint8Array<ArrayBuffer> {
  const lengths = [...vectors.values()].map((values) => values?.length ?? 0);
  const header = new TextEncoder().encode(JSON.stringify({ ids: [...vectors.keys()], lengths }));
  const numbers = lengths.reduce((sum, length) => sum + length, 0);
  const bytes = new Uint8Array(numbers * 4 + header.length + 4);
  const floats = new Float32Array(bytes.buffer, 0, numbers);
  let at = 0;
  for (const values of vectors.values()) {
    if (values) floats.set(values, at);
    at += values?.length ?? 0;
  }
  bytes.set(header, numbers * 4);
  new DataView(bytes.buffer).setUint32(bytes.length - 4, header.length);
  return bytes;
}

/** The vectors again, lying in `bytes`, which begin where their buffer does; `undefined` where they are no pack. */
export function readPack(bytes: Uint8Array<ArrayBuffer>): PackedVectors | undefined {
  const { buffer, length } = bytes;
  if (length < 4) return undefined;
  const headerAt = length - 4 - new DataView(buffer).getUint32(length - 4);
  if (headerAt < 0) return undefined;
  const header = readable(headerSchema, parsed(bytes.subarray(headerAt, length - 4)));
  if (header?.ids.length !== header?.lengths.length) return undefined;
  if (header?.lengths.reduce((sum, count) => sum + count * 4, 0) !== headerAt) return undefined;
  const vectors = new Map<string, Float32Array | null>();
  let at = 0;
  for (const [position, id] of header.ids.entries()) {
    const count = header.lengths[position] ?? 0;
    vectors.set(id, count === 0 ? null : new Float32Array(buffer, at, count));
    at += count * 4;
  }
  return vectors;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // Sealed by a version of ours that wrote something else.
  }
}
