import { z } from 'zod';
import { Fault } from '../learning/fault.ts';

const fileSchema = z.strictObject({
  /** Below the model's folder, such as `onnx/model_quantized.onnx`. */
  path: z.string().regex(/^[\w-]+(\/[\w-]+)*\.\w+$/),
  /** For the total of the progress bar only: what a file must be is said by its hash. */
  bytes: z.number().int().positive(),
  /** Lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const entrySchema = z.strictObject({
  /** Owner and name on the model hub; also the folder below `models/` in the package. */
  id: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** The commit the hashes were taken from. */
  revision: z.string().min(1),
  /** Where the files are downloaded from; ends in a slash. */
  base: z.url({ protocol: /^https?$/ }).endsWith('/'),
  dtype: z.literal('q8'),
  files: z.array(fileSchema).min(1),
});

/** An encoder that can be fetched: where its files are and which bytes they must be. */
export type EncoderEntry = z.infer<typeof entrySchema>;
export type EncoderFile = z.infer<typeof fileSchema>;

const catalogueSchema = z.strictObject({ minilm: entrySchema });

/** The encoders of `encoders.json`, by the name the settings know them by. */
export type EncoderCatalogue = z.infer<typeof catalogueSchema>;

/** Reads the parsed `encoders.json`; `encoder-failed` where it is not one. */
export function readCatalogue(json: unknown): EncoderCatalogue {
  const parsed = catalogueSchema.safeParse(json);
  if (!parsed.success) throw new Fault('encoder-failed', 'encoders.json', { cause: parsed.error });
  return parsed.data;
}

/** The id that vectors of this encoder carry: of another revision they could not be compared. */
export function encoderId(name: keyof EncoderCatalogue, entry: EncoderEntry): string {
  return `${name}@${entry.revision}`;
}
