import { fromBase64, toBase64 } from './base64.ts';
import type { Beside, KeyFile } from './beside.ts';
import { storageFault } from './storage-fault.ts';

const keyBytes = 32;

/**
 * The key that everything is sealed with, kept twice and never in the database: what a database once
 * held stays on the disk after it was deleted, and then must be worth nothing.
 */
export interface DataKeys {
  /** The valid ones that were found, without doubles; more than one where the copies differ. */
  readonly found: readonly Uint8Array[];
  /** Whether both copies are there and the same. */
  readonly isKeptTwice: boolean;
}

/** Looks in both places; `onShelf` is what the shelf has for it. A file that fails counts as none. */
export async function findKeys(keyFile: KeyFile, onShelf: unknown): Promise<DataKeys> {
  const inFile = await keyFile.read().catch(() => null);
  const texts = [onShelf, inFile];
  const valid = texts.map(fromBase64).filter((key) => key?.length === keyBytes);
  const isKeptTwice = valid.length === 2 && onShelf === inFile;
  return { found: (isKeptTwice ? valid.slice(1) : valid).filter((key) => !!key), isKeptTwice };
}

export const drawKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(keyBytes));

/** Writes both copies. Rejects with a `Fault` only where neither could be written. */
export async function keepKey({ shelf, keyFile }: Beside, key: Uint8Array): Promise<void> {
  const text = toBase64(key);
  const [onShelf, inFile] = await Promise.allSettled([
    shelf.write({ key: text }),
    keyFile.write(text),
  ]);
  if (onShelf.status === 'rejected' && inFile.status === 'rejected') {
    throw storageFault(onShelf.reason);
  }
}
