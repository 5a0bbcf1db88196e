import { z } from 'zod';
import { type Cipher, tagBytes } from './cipher.ts';
import { readable } from './readable.ts';
import { openJson, sealedOf, sealJson } from './sealed.ts';

/**
 * What the preferences should be: raised and written in the transaction that changes one, so that the
 * database knows when a part of it is gone, and which of it and its mirror is the newer.
 */
export interface Mark {
  /** Counts the changes; 0 in a database that never held a preference. */
  readonly epoch: number;
  readonly count: number;
  /** The proofs (tags) of all sealed preferences, put together by exclusive or, in hex. */
  readonly hash: string;
}

const markSchema: z.ZodType<Mark> = z.strictObject({
  epoch: z.number().int().min(0),
  count: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{32}$/),
});

/** The mark of these rows of preferences. */
export function markOf(rows: readonly unknown[], epoch: number): Mark {
  return { epoch, count: rows.length, hash: mixed('', rows) };
}

/** The mark after `before` was replaced by `after`; `undefined` where there is none. */
export function marked(mark: Mark, before: unknown, after: unknown): Mark {
  const count = mark.count - Number(before !== undefined) + Number(after !== undefined);
  return { ...mark, count, hash: mixed(mark.hash, [before, after]) };
}

function mixed(hash: string, rows: readonly unknown[]): string {
  const mix = Uint8Array.from({ length: tagBytes }, (_, at) =>
    Number.parseInt(hash.slice(at * 2, at * 2 + 2) || '0', 16),
  );
  for (const row of rows) {
    const sealed = sealedOf(row);
    if (!sealed) continue;
    const start = Math.max(0, sealed.length - tagBytes);
    for (let at = 0; start + at < sealed.length; at += 1) {
      mix[at] = (mix[at] ?? 0) ^ (sealed[start + at] ?? 0);
    }
  }
  return Array.from(mix, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether they are of the same preferences in the same state. */
export function isSameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (!one || !other) return false;
  return one.epoch === other.epoch && one.count === other.count && one.hash === other.hash;
}

export const sealMark = (cipher: Cipher, mark: Mark): Uint8Array =>
  sealJson(cipher, 'settings', 'mark', mark);

/** `undefined` where it is missing, damaged, or sealed with another key. */
export const readMark = (cipher: Cipher, sealed: unknown): Mark | undefined =>
  readable(markSchema, openJson(cipher, 'settings', 'mark', sealed));
