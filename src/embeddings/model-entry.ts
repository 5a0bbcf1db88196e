import { z } from 'zod';

export const modelFileSchema = z.strictObject({
  /** Below the model's folder, such as `onnx/model_quantized.onnx`. */
  path: z.string().regex(/^[\w-]+(\/[\w-]+)*\.\w+$/),
  /** For the total of the progress bar only: what a file must be is said by its hash. */
  bytes: z.number().int().positive(),
  /** Lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const modelPlaceSchema = z.strictObject({
  /** Owner and name on the model hub; also the folder below `models/` in the package. */
  id: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** The commit the hashes were taken from. */
  revision: z.string().min(1),
  /** Where the files are downloaded from; ends in a slash. */
  base: z.url({ protocol: /^https?$/ }).endsWith('/'),
});

export type ModelFile = z.infer<typeof modelFileSchema>;

/** A model that can be fetched: where its files are and which bytes they must be. */
export interface ModelEntry extends z.infer<typeof modelPlaceSchema> {
  readonly dtype: 'q8' | 'q4f16';
  readonly files: readonly ModelFile[];
}
