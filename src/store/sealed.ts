import type { Episode, Preference } from '../learning/types.ts';
import { episodeSchema, preferenceSchema } from '../protocol/shapes.ts';
import { type Cipher, tagBytes } from './cipher.ts';
import { readable } from './readable.ts';
import type { Job } from './types.ts';

/*
 * What stands in the database. Outside the seal is only what the database must look things up by, and
 * none of it says anything of a mail: random ids, the time of a draft, whether it was learned from,
 * the encoder's name. Each text is sealed for its own place, so records cannot be swapped.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A value of JSON, sealed for `table/key`. */
export function sealJson(cipher: Cipher, table: string, key: string, value: unknown): Uint8Array {
  return cipher.seal(`${table}/${key}`, encoder.encode(JSON.stringify(value)));
}

/** The value again; `undefined` where it cannot be opened. */
export function openJson(cipher: Cipher, table: string, key: string, sealed: unknown): unknown {
  if (!(sealed instanceof Uint8Array)) return undefined;
  const bytes = cipher.open(`${table}/${key}`, sealed);
  if (!bytes) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined; // Sealed by a version of ours that wrote something else than JSON.
  }
}

/**
 * What stands sealed in a row; `undefined` for a row of a shape we do not know. Asked of thousands of rows when a
 * worker starts, so looked at by hand: a schema takes ten times as long before it is compiled.
 */
export function sealedOf(row: unknown): Uint8Array | undefined {
  if (typeof row !== 'object' || row === null || !('sealed' in row)) return undefined;
  return row.sealed instanceof Uint8Array ? row.sealed : undefined;
}

/** The proof at the end of what is sealed in a row, in hex: no two rows have the same one. `''` without one. */
export function sealTag(row: unknown): string {
  const tag = sealedOf(row)?.subarray(-tagBytes) ?? [];
  return Array.from(tag, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function episodeRow(cipher: Cipher, episode: Episode): unknown {
  const { id, at, standing } = episode;
  const sealed = sealJson(cipher, 'episodes', id, episode);
  // Only what was learned from has the flag: the index `learned` holds no others.
  return standing ? { id, at, learned: 1, sealed } : { id, at, sealed };
}

/** The episode of this id; `undefined` where there is none or it cannot be read. */
export function readEpisode(cipher: Cipher, id: string, row: unknown): Episode | undefined {
  return readable(episodeSchema, openJson(cipher, 'episodes', id, sealedOf(row)));
}

export function preferenceRow(cipher: Cipher, preference: Preference): unknown {
  const { id } = preference;
  return { id, sealed: sealJson(cipher, 'preferences', id, preference) };
}

/** The preference of this id; `undefined` where there is none or it cannot be read. */
export function readPreference(cipher: Cipher, id: string, row: unknown): Preference | undefined {
  return readable(preferenceSchema, openJson(cipher, 'preferences', id, sealedOf(row)));
}

export function jobRow(cipher: Cipher, job: Job): unknown {
  const { episodeId } = job;
  return { episodeId, sealed: sealJson(cipher, 'jobs', episodeId, job) };
}
