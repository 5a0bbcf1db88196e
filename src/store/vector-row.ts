import type { ContextVector } from '../learning/types.ts';
import type { Cipher } from './cipher.ts';
import { sealedOf } from './sealed.ts';

const place = (encoder: string, episodeId: string): string => `vectors/${encoder}/${episodeId}`;

/** The row of a vector. It is sealed too, because much of a text can be guessed from its embedding. */
export function vectorRow(
  cipher: Cipher,
  episodeId: string,
  { encoder, values }: ContextVector,
): unknown {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { encoder, episodeId, sealed: cipher.seal(place(encoder, episodeId), bytes) };
}

/** The numbers again; `undefined` where they cannot be read. */
export function readVector(
  cipher: Cipher,
  [encoder, episodeId]: readonly [encoder: string, episodeId: string],
  row: unknown,
): Float32Array | undefined {
  const sealed = sealedOf(row);
  const bytes = sealed && cipher.open(place(encoder, episodeId), sealed);
  if (!bytes || bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  // Copied: numbers must begin at a multiple of four bytes, and these begin anywhere.
  const values = new Float32Array(bytes.slice().buffer);
  return values.every(Number.isFinite) ? values : undefined;
}
