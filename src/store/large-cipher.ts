/**
 * Seals what is large for one place, as `Cipher` does, but by the browser's own code (AES-256-GCM), which
 * is ten times as fast and answers by promises: not within a transaction.
 */
export interface LargeCipher {
  seal(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** `undefined` for what was not sealed with this key, not for this place, or was changed since. */
  open(place: string, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Random, so rare enough a seal is needed: 2³² of them are fine, and a pack is sealed a few times a month. */
const nonceBytes = 12;
const encoder = new TextEncoder();

/** Works with a key of its own, made from `key` (HKDF-SHA-256): no two ciphers ever share one. */
export function createLargeCipher(key: Uint8Array): LargeCipher {
  let made: Promise<CryptoKey> | undefined;
  const own = (): Promise<CryptoKey> => {
    made ??= deriveKey(key);
    return made;
  };
  const method = (place: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(place),
  });
  return {
    async seal(place, bytes) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const text = await crypto.subtle.encrypt(method(place, nonce), await own(), bytes);
      const sealed = new Uint8Array(nonceBytes + text.byteLength);
      sealed.set(nonce);
      sealed.set(new Uint8Array(text), nonceBytes);
      return sealed;
    },
    async open(place, sealed) {
      const nonce = sealed.slice(0, nonceBytes);
      // What came out of a database lies in memory of its own, never in a shared one.
      const text = sealed.subarray(nonceBytes) as Uint8Array<ArrayBuffer>;
      const opening = crypto.subtle.decrypt(method(place, nonce), await own(), text);
      return opening.then(
        (bytes) => new Uint8Array(bytes),
        () => undefined, // The proof does not hold, or there is none: not ours, or damaged.
      );
    },
  };
}

async function deriveKey(key: Uint8Array): Promise<CryptoKey> {
  const bytes = Uint8Array.from(key);
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const info = encoder.encode('penchant packs');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
