import { z } from 'zod';
import { Fault } from '../learning/fault.ts';
import { type ModelEntry, modelFileSchema, modelPlaceSchema } from './model-entry.ts';

/** What a model is run by. */
export type Device = 'wasm' | 'webgpu';

const weightsSchema = (dtype: 'q8' | 'q4f16') =>
  z.strictObject({
    dtype: z.literal(dtype),
    /** Bytes of memory it takes at work, reckoned from its size. */
    memory: z.number().int().positive(),
    file: modelFileSchema,
  });

const choiceSchema = z.strictObject({
  ...modelPlaceSchema.shape,
  title: z.string().min(1),
  /** SPDX id. */
  licence: z.string().min(1),
  /** Tokens of a question and its answer together. */
  window: z.number().int().positive(),
  /** What both kinds of weights need besides. */
  files: z.array(modelFileSchema).min(1),
  weights: z.strictObject({
    wasm: weightsSchema('q8'),
    /** `null`: this one runs on the processor also where there is a graphics card. */
    webgpu: weightsSchema('q4f16').nullable(),
  }),
});

export type GeneratorChoice = z.infer<typeof choiceSchema>;

const catalogueSchema = z.record(z.string(), choiceSchema);

/** The small language models of `generators.json`, by the name the settings know them by. */
export type GeneratorCatalogue = z.infer<typeof catalogueSchema>;

/** Reads the parsed `generators.json`; `model-failed` where it is not one. */
export function readGenerators(json: unknown): GeneratorCatalogue {
  const parsed = catalogueSchema.safeParse(json);
  if (!parsed.success) throw new Fault('model-failed', 'generators.json', { cause: parsed.error });
  return parsed.data;
}

/** A model as it runs on one machine. */
export interface GeneratorEntry extends ModelEntry {
  readonly device: Device;
  readonly window: number;
  readonly memory: number;
}

/** The weights that fit the best this machine has. */
export function generatorEntry(choice: GeneratorChoice, best: Device): GeneratorEntry {
  const { id, revision, base, window, files, weights } = choice;
  const device = best === 'webgpu' && weights.webgpu ? 'webgpu' : 'wasm';
  const { dtype, memory, file } = weights[device] ?? weights.wasm;
  return { id, revision, base, window, memory, device, dtype, files: [...files, file] };
}

/** The choice of this name; rejects with `no-such-model`. */
export function generatorNamed(catalogue: GeneratorCatalogue, name: string): GeneratorChoice {
  const choice = catalogue[name];
  if (!choice) throw new Fault('no-such-model', name);
  return choice;
}
