import { browser } from '../../browser/extension.ts';
import { readCatalogue } from '../../embeddings/encoder-catalogue.ts';
import type { ModelParts } from '../../embeddings/local-engine.ts';
import type { FileCache } from '../../embeddings/model-files.ts';

/** Opened anew each time: where the browser allows no cache, only what needs one must fail. */
const files = () => caches.open('encoder-files');
const cache: FileCache = {
  match: async (address) => (await files()).match(address),
  put: async (address, response) => (await files()).put(address, response),
  delete: async (address) => (await files()).delete(address),
};

/** The model of `encoders.json`, in our package or in this origin's cache. */
export async function modelParts(): Promise<ModelParts> {
  const catalogue = await fetch(browser.runtime.getURL('encoders.json'));
  return {
    entry: readCatalogue(await catalogue.json()).minilm,
    sources: { packaged, cache },
  };
}

async function packaged(path: string): Promise<Response | null> {
  try {
    const response = await fetch(browser.runtime.getURL(path));
    // Read to the end: of a file that the package does not have, Firefox says only then that it
    // cannot be read. Chrome says so at once.
    return response.ok ? new Response(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
