import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { createLargeCipher, type LargeCipher } from './large-cipher.ts';

/** Seals bytes for one place, so that they can be opened in no other and not unnoticed be changed. */
export interface Cipher {
  seal(place: string, bytes: Uint8Array): Uint8Array;
  /** `undefined` for what was not sealed with this key, not for this place, or was changed since. */
  open(place: string, sealed: Uint8Array): Uint8Array | undefined;
  readonly large: LargeCipher;
}

const nonceBytes = 24;
/** Length of the proof at the end of what was sealed. */
export const tagBytes = 16;

/**
 * XChaCha20-Poly1305 with a random nonce before each text: 192 bits are enough to draw them blindly
 * for ever. Not WebCrypto, because that answers by promises, and an IndexedDB transaction ends as soon
 * as anything but the database is waited for: a record could not be read, changed and written in one.
 */
export function createCipher(key: Uint8Array): Cipher {
  const encoder = new TextEncoder();
  return {
    large: createLargeCipher(key),
    seal(place, bytes) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const text = xchacha20poly1305(key, nonce, encoder.encode(place)).encrypt(bytes);
      const sealed = new Uint8Array(nonceBytes + text.length);
      sealed.set(nonce);
      sealed.set(text, nonceBytes);
      return sealed;
    },
    open(place, sealed) {
      if (sealed.length < nonceBytes + tagBytes) return undefined;
      const nonce = sealed.subarray(0, nonceBytes);
      const opened = xchacha20poly1305(key, nonce, encoder.encode(place));
      try {
        return opened.decrypt(sealed.subarray(nonceBytes));
      } catch {
        return undefined; // The proof does not hold: not ours, not from here, or damaged.
      }
    },
  };
}
