import type { FileCache } from '../../src/embeddings/model-files.ts';

/** The Cache API as far as it is needed, in memory. `kept` is what it holds, by address. */
export function createMemoryCache(): FileCache & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    kept,
    match: async (address) => {
      const bytes = kept.get(address);
      return bytes && new Response(bytes);
    },
    put: async (address, response) => {
      kept.set(address, new Uint8Array(await response.arrayBuffer()));
    },
    delete: async (address) => kept.delete(address),
  };
}
