import { contextText } from '../../../src/learning/context-text.ts';
import type { Embedder } from '../../../src/learning/ports.ts';
import type { Context, ContextVector } from '../../../src/learning/types.ts';

/** The vector of a context, as the product makes it: of what is being written, never of the draft. */
export async function embedContext(embedder: Embedder, context: Context): Promise<ContextVector> {
  const [vector] = await embedder.embed([contextText(context)]);
  if (!vector) throw new Error(`The encoder ${embedder.id} gave no vector.`);
  return vector;
}
