import { type GeneratorCatalogue, readGenerators } from '../../embeddings/generator-catalogue.ts';
import type { ModelFileSources } from '../../embeddings/model-files.ts';
import { cacheNamed, packaged, packageUrl } from './package-files.ts';

/** Where the files of small language models may be. */
export const generatorSources: ModelFileSources = {
  packaged,
  cache: cacheNamed('generator-files'),
};

/** The models of `generators.json`. */
export async function generatorCatalogue(): Promise<GeneratorCatalogue> {
  return readGenerators(await (await fetch(packageUrl('generators.json'))).json());
}
