import { asFault, type Fault, type FaultData } from '../learning/fault.ts';
import type { CallOptions, Completion, Prompt } from '../learning/ports.ts';
import type { GeneratorState } from '../protocol/generator-messages.ts';
import type { SentRequest } from '../protocol/outbound.ts';
import {
  type Device,
  type GeneratorCatalogue,
  type GeneratorEntry,
  generatorEntry,
  generatorNamed,
} from './generator-catalogue.ts';
import { deleteModelFiles, type ModelFileSources, whereModelFilesAre } from './model-files.ts';
import type { RemoteGenerator } from './remote-generator.ts';

export interface GeneratorDeps {
  readonly catalogue: () => Promise<GeneratorCatalogue>;
  readonly sources: ModelFileSources;
  /** The best that this machine can run a model by. */
  readonly device: () => Promise<Device>;
  readonly remote: RemoteGenerator;
  /** Called for each request that a download made. */
  readonly onRequest: (request: SentRequest) => void;
}

/** The small language models that run inside the extension. */
export interface GeneratorHost {
  state(): Promise<GeneratorState>;
  /** Downloads a model; what goes wrong is in the state. Rejects only with `no-such-model`. */
  fetch(name: string): Promise<void>;
  /** Gives its memory back and deletes what was downloaded. */
  remove(name: string): Promise<void>;
  /** The model of this name, to be asked; looked for when it is. */
  model(name: string): {
    readonly id: string;
    complete(
      prompt: Prompt,
      strengthening: { readonly without: Prompt; readonly strength: number } | null,
      options?: CallOptions,
    ): Promise<Completion>;
  };
}

export function createGeneratorHost(deps: GeneratorDeps): GeneratorHost {
  const { sources, remote } = deps;
  let fetching: GeneratorState['fetching'] = null;
  let fault: FaultData | null = null;

  async function entryOf(name: string): Promise<GeneratorEntry> {
    const [catalogue, device] = await Promise.all([deps.catalogue(), deps.device()]);
    return generatorEntry(generatorNamed(catalogue, name), device);
  }
  const noted = (found: Fault): FaultData => ({ code: found.code, detail: found.detail });

  return {
    async state() {
      const [catalogue, device] = await Promise.all([deps.catalogue(), deps.device()]);
      const choices = Object.entries(catalogue).map(async ([name, choice]) => {
        const entry = generatorEntry(choice, device);
        return {
          name,
          title: choice.title,
          licence: choice.licence,
          host: new URL(entry.base).host,
          device: entry.device,
          bytes: entry.files.reduce((sum, { bytes }) => sum + bytes, 0),
          memory: entry.memory,
          isHere: (await whereModelFilesAre(entry, sources)) !== null,
        };
      });
      return { choices: await Promise.all(choices), fetching, fault };
    },

    async fetch(name) {
      const { device, files } = await entryOf(name);
      if (fetching) return;
      const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
      fault = null;
      fetching = { name, loaded: 0, total };
      try {
        await remote.fetch(
          name,
          device,
          (loaded, all) => {
            fetching = { name, loaded, total: all };
          },
          deps.onRequest,
        );
      } catch (thrown) {
        fault = noted(asFault(thrown, 'model-failed'));
      } finally {
        fetching = null;
      }
    },

    async remove(name) {
      fault = null;
      await remote.release();
      const choice = generatorNamed(await deps.catalogue(), name);
      for (const device of ['wasm', 'webgpu'] as const) {
        await deleteModelFiles(generatorEntry(choice, device), sources.cache);
      }
    },

    model: (name) => ({
      id: `local:${name}`,
      complete: async (prompt, strengthening, options) => {
        const { device } = await entryOf(name);
        return remote.write(name, device, prompt, strengthening, options);
      },
    }),
  };
}
