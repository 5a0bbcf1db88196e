import { readCatalogue } from '../../embeddings/encoder-catalogue.ts';
import type { ModelParts } from '../../embeddings/local-engine.ts';
import { cacheNamed, packaged, packageUrl } from './package-files.ts';

/** The model of `encoders.json`, in our package or in this origin's cache. */
export async function modelParts(): Promise<ModelParts> {
  const catalogue = await fetch(packageUrl('encoders.json'));
  return {
    entry: readCatalogue(await catalogue.json()).minilm,
    sources: { packaged, cache: cacheNamed('encoder-files') },
  };
}
