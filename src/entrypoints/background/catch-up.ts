import type { Encoder } from '../../embeddings/encoder-host.ts';
import { reembedStored } from '../../embeddings/reembed.ts';
import { contextText } from '../../learning/context-text.ts';
import type { Store } from '../../store/types.ts';

const batch = 100;

/**
 * Gives every stored context a vector of the encoder in use. It may be ended at any point, by the
 * death of the worker or by another switch: the next call goes on where it stopped.
 */
export async function catchUp(store: Store, encoder: Encoder, done: () => void): Promise<void> {
  const embedder = encoder.current();
  let given = batch;
  while (given === batch && encoder.current().id === embedder.id) {
    given = await reembedStored(store, embedder, contextText, batch);
    if (given > 0) done();
  }
}
