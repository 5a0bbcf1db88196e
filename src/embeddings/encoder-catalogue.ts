import { z } from 'zod';
import { Fault } from '../learning/fault.ts';
import { modelFileSchema, modelPlaceSchema } from './model-entry.ts';

const entrySchema = z.strictObject({
  ...modelPlaceSchema.shape,
  dtype: z.literal('q8'),
  files: z.array(modelFileSchema).min(1),
});

/** An encoder that can be fetched: where its files are and which bytes they must be. */
export type EncoderEntry = z.infer<typeof entrySchema>;

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
