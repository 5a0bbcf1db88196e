import type { Preference } from '../learning/types.ts';
import { type Cipher, tagBytes } from './cipher.ts';
import type { Room } from './room.ts';
import { readPreference, sealedOf } from './sealed.ts';

/** Reads all preferences, and remembers what was opened: for every draft and popup all are read. */
export interface Reader {
  /** What was read last, if `mark` is still the sealed mark of then: every change makes a new one. */
  listed(mark: unknown): readonly Preference[] | undefined;
  list(mark: unknown, ids: readonly string[], rows: readonly unknown[]): readonly Preference[];
}

/**
 * Opening is what takes the time, so a text is known again by its proof. Two texts never have the same
 * one, for each is sealed with a nonce of its own.
 */
export function createReader(room: Room): Reader {
  let opened = new Map<string, { readonly tag: Uint8Array; readonly preference: Preference }>();
  let last: { readonly mark: Uint8Array; readonly all: readonly Preference[] } | null = null;
  let cipher: Cipher = room.cipher;

  /** Nothing that another key opened is known any more. */
  const keepToTheKey = (): void => {
    if (cipher === room.cipher) return;
    opened = new Map();
    last = null;
    cipher = room.cipher;
  };

  const read = (id: string, row: unknown): Preference | undefined => {
    const tag = sealedOf(row)?.slice(-tagBytes);
    const known = opened.get(id);
    if (tag && known && isSame(tag, known.tag)) return known.preference;
    const preference = readPreference(cipher, id, row);
    if (tag && preference) opened.set(id, { tag, preference });
    else opened.delete(id);
    return preference;
  };

  return {
    listed(mark) {
      keepToTheKey();
      return last && mark instanceof Uint8Array && isSame(mark, last.mark) ? last.all : undefined;
    },
    list(mark, ids, rows) {
      keepToTheKey();
      const all = ids.flatMap((id, position) => read(id, rows[position]) ?? []);
      last = mark instanceof Uint8Array ? { mark, all } : null;
      return all;
    },
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
