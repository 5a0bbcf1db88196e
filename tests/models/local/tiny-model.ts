import {
  tinyGeneratorChoice,
  tinyGeneratorFiles,
} from '../../../scripts/tiny-generator/tiny-generator.ts';
import { generatorEntry } from '../../../src/embeddings/generator-catalogue.ts';
import {
  createTransformersGenerator,
  type LoadedGenerator,
} from '../../../src/embeddings/transformers-generator.ts';

const files = tinyGeneratorFiles();
export const tinyEntry = generatorEntry(tinyGeneratorChoice('http://127.0.0.1:9/'), 'wasm');

/** The tiny generator in the real transformers.js. */
export const loadTiny = (window = tinyEntry.window): Promise<LoadedGenerator> =>
  createTransformersGenerator(
    { ...tinyEntry, window },
    async (path) => {
      const bytes = files.get(path);
      return bytes ? new Response(bytes) : null;
    },
    { device: 'cpu' },
  );

type Thread = ReturnType<LoadedGenerator['begin']>;

/** The scores of what comes next, however many pieces are read before. */
export async function scoresOf(thread: Thread): Promise<Float32Array> {
  for (;;) {
    const scores = await thread.scores();
    if (scores) return scores;
  }
}
