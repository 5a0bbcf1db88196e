/* Made from scan.wat by `npm run scan`; do not change it by hand. */
const module = [
  'AGFzbQEAAAABCAFgBH9/f38AAhABBHNjYW4GbWVtb3J5AgABAwIBAAcIAQRkb3RzAAAKsAIBrQICA38EeyAAIAEg',
  'AmxqIQQgAkEBdCEGA0BBACEF/QwAAAAAAAAAAAAAAAAAAAAAIQf9DAAAAAAAAAAAAAAAAAAAAAAhCP0MAAAAAAAA',
  'AAAAAAAAAAAAACEJ/QwAAAAAAAAAAAAAAAAAAAAAIQoDQCAHIAX9AAQAIAD9AQMA/boB/a4BIQcgCCAF/QAEECAA',
  '/QEDCP26Af2uASEIIAkgBf0ABCAgAP0BAxD9ugH9rgEhCSAKIAX9AAQwIAD9AQMY/boB/a4BIQogAEEgaiEAIAVB',
  'wABqIQUgBSAGSQ0ACyAHIAj9rgEgCSAK/a4B/a4BIQcgByAHIAf9DQgJCgsMDQ4PAAECAwQFBgf9rgEhByADIAf9',
  'GwAgB/0bAWo2AgAgA0EEaiEDIAAgBEkNAAsL',
].join('');

/** The bytes of the WebAssembly module that `fast-rows.ts` runs. */
export const scanModule = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
