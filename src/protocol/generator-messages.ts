import { nothing, row } from './row.ts';
import { faultSchema } from './shapes.ts';
import { z } from './zod.ts';

const named = z.strictObject({ name: z.string().max(60) });

const generatorStateSchema = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        /** SPDX id. */
        licence: z.string(),
        /** What it is downloaded from. */
        host: z.string(),
        /** What it is run by on this machine. */
        device: z.enum(['wasm', 'webgpu']),
        /** Of its files. */
        bytes: z.number(),
        /** Bytes it takes at work, about. */
        memory: z.number(),
        isHere: z.boolean(),
      }),
    )
    .readonly(),
  /** The download that runs; bytes so far. */
  fetching: z.strictObject({ name: z.string(), loaded: z.number(), total: z.number() }).nullable(),
  /** Why the last download failed. */
  fault: faultSchema.nullable(),
});
export type GeneratorState = z.infer<typeof generatorStateSchema>;

/** What the options say of the small models that run inside the extension. */
export const generatorMessages = {
  'generator.read': row(['page'], nothing, z.strictObject({ state: generatorStateSchema })),
  /** Starts the download; its progress is in `generator.read`. */
  'generator.fetch': row(['page'], named, nothing),
  /** Deletes what was downloaded. */
  'generator.remove': row(['page'], named, nothing),
} as const;
