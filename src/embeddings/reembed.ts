import type { Embedder } from '../learning/ports.ts';
import type { Context, ContextVector } from '../learning/types.ts';

/** What of the store is needed to give its contexts vectors of another encoder. */
export interface Reembedded {
  withoutVector(encoder: string, limit: number): Promise<readonly string[]>;
  episode(id: string): Promise<{ readonly context: Context } | undefined>;
  putVector(episodeId: string, vector: ContextVector): Promise<void>;
}

/** Few enough that a draft asked for in between does not wait noticeably. */
const batch = 8;

/**
 * Gives at most `limit` stored contexts a vector of this encoder, and answers how many were given
 * one: call it again later while it answers `limit`. Ends early when the encoder falls back to
 * another one, whose vectors must not be stored as its own. Rejects with the store's `Fault`.
 */
export async function reembedStored(
  store: Reembedded,
  embedder: Embedder,
  contextTextOf: (context: Context) => string,
  limit: number,
): Promise<number> {
  const ids = await store.withoutVector(embedder.id, limit);
  let done = 0;
  for (let at = 0; at < ids.length; at += batch) {
    const some = await Promise.all(ids.slice(at, at + batch).map((id) => withContext(store, id)));
    // An episode can be deleted between the two reads.
    const found = some.flatMap((one) => one ?? []);
    const vectors = await embedder.embed(found.map(({ context }) => contextTextOf(context)));
    for (const [position, { id }] of found.entries()) {
      const vector = vectors[position];
      if (vector?.encoder !== embedder.id) return done;
      await store.putVector(id, vector);
      done += 1;
    }
  }
  return done;
}

async function withContext(
  store: Reembedded,
  id: string,
): Promise<{ readonly id: string; readonly context: Context } | undefined> {
  const episode = await store.episode(id);
  return episode && { id, context: episode.context };
}
