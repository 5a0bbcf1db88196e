import type { FileCache } from '../../embeddings/model-files.ts';

/**
 * A file of our package, by its path there; `null` where the package has none. Works in our workers too, where
 * there is no extension API to ask for addresses.
 */
export async function packaged(path: string): Promise<Response | null> {
  try {
    const response = await fetch(packageUrl(path));
    // Read to the end: of a file that the package does not have, Firefox says only then that it
    // cannot be read. Chrome says so at once.
    return response.ok ? new Response(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** Address of a file of our package. */
export const packageUrl = (path: string): string => new URL(path, `${location.origin}/`).href;

/** This origin's cache of that name, opened anew each time: where the browser allows none, only what needs one must fail. */
export function cacheNamed(name: string): FileCache {
  const files = (): Promise<Cache> => caches.open(name);
  return {
    match: async (address) => (await files()).match(address),
    put: async (address, response) => (await files()).put(address, response),
    delete: async (address) => (await files()).delete(address),
  };
}
