import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { encoderId, readCatalogue } from '../../src/embeddings/encoder-catalogue.ts';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { createLocalEngine } from '../../src/embeddings/local-engine.ts';
import type { FileCache } from '../../src/embeddings/model-files.ts';
import type { Embedder } from '../../src/learning/ports.ts';
import type { ContextVector } from '../../src/learning/types.ts';

/** Beside what other tools keep below this folder; ignored by git. */
const modelFolder = new URL('../../.cache/encoder/', import.meta.url);
const catalogue = new URL('../../public/encoders.json', import.meta.url);

/**
 * The encoder of this name, as it ships. `minilm` is downloaded once, 23 MB, and checked by its hash.
 * A text that was encoded before is not encoded again: all agents of a user meet the same contexts.
 * Rejects with a `Fault` where the model can be neither found nor downloaded.
 */
export async function openEmbedder({
  encoder,
}: {
  readonly encoder: 'lexical' | 'minilm';
}): Promise<Embedder> {
  return remembering(encoder === 'lexical' ? createLexicalEmbedder() : await openMiniLm());
}

async function openMiniLm(): Promise<Embedder> {
  const entry = readCatalogue(JSON.parse(await readFile(catalogue, 'utf8'))).minilm;
  const sources = { packaged: async () => null, cache: folderCache(modelFolder) };
  const engine = createLocalEngine(async () => ({ entry, sources }), { device: 'cpu' });
  await engine.fetch(
    () => {},
    () => undefined,
  );
  const id = encoderId('minilm', entry);
  return {
    id,
    embed: async (texts) => (await engine.embed(texts)).map((values) => ({ encoder: id, values })),
  };
}

/** Model files on the disk, each under its address without what a file name cannot hold. */
function folderCache(folder: URL): FileCache {
  const place = (address: string): string =>
    join(fileURLToPath(folder), address.replace(/[^\w.-]+/gu, '_'));
  return {
    async match(address) {
      const bytes = await readFile(place(address)).catch(() => null);
      return bytes ? new Response(bytes) : undefined;
    },
    async put(address, response) {
      await mkdir(folder, { recursive: true });
      // Two threads may write the same file; whoever reads it must find it whole.
      const unfinished = `${place(address)}.${process.pid}-${threadId}`;
      await writeFile(unfinished, Buffer.from(await response.arrayBuffer()));
      await rename(unfinished, place(address));
    },
    async delete(address) {
      await rm(place(address), { force: true });
      return true;
    },
  };
}

function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<ContextVector>>();
  const one = async (text: string): Promise<ContextVector> => {
    const [vector] = await embedder.embed([text]);
    if (!vector) throw new Error(`The encoder ${embedder.id} gave no vector.`);
    return vector;
  };
  return {
    id: embedder.id,
    embed: (texts) =>
      Promise.all(
        texts.map((text) => {
          const vector = known.get(text) ?? one(text);
          known.set(text, vector);
          return vector;
        }),
      ),
  };
}
