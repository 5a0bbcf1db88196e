import { sentRequestSchema } from './outbound.ts';
import { faultSchema } from './shapes.ts';
import { z } from './zod.ts';

/** Name of the port that Chrome's background opens to the offscreen page, which hands it on to the worker. */
export const generatorPortName = 'generator';

/** Never the same twice, also after the background was started anew. */
const id = z.string().max(100);
const promptSchema = z.object({ system: z.string(), user: z.string() });
/** Which of `generators.json`, and what is to run it. */
const model = { name: z.string().max(60), device: z.enum(['wasm', 'webgpu']) };

/** What the background asks the worker with the small language model for. */
export const toGeneratorSchema = z.discriminatedUnion('type', [
  z.strictObject({ to: z.literal('generator'), type: z.literal('fetch'), id, ...model }),
  z.strictObject({
    to: z.literal('generator'),
    type: z.literal('write'),
    id,
    ...model,
    prompt: promptSchema,
    strengthening: z
      .strictObject({ without: promptSchema, strength: z.number().min(0).max(2) })
      .nullable(),
  }),
  /** Ends the writing of this id. */
  z.strictObject({ to: z.literal('generator'), type: z.literal('stop'), id }),
  /** Ends the worker, and gives back what it holds. */
  z.strictObject({ to: z.literal('generator'), type: z.literal('release'), id }),
]);
export type ToGenerator = z.infer<typeof toGeneratorSchema>;

const usageSchema = z.strictObject({
  calls: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
});

/** What the worker answers: the first three any number of times, then one of the others. */
export const fromGeneratorSchema = z.discriminatedUnion('type', [
  z.strictObject({
    to: z.literal('background'),
    type: z.literal('progress'),
    id,
    loaded: z.number(),
    total: z.number(),
  }),
  z.strictObject({
    to: z.literal('background'),
    type: z.literal('asked'),
    id,
    /** A request that was made for a file. */
    asked: sentRequestSchema,
  }),
  /** An empty one is a sign of life. */
  z.strictObject({ to: z.literal('background'), type: z.literal('text'), id, piece: z.string() }),
  z.strictObject({ to: z.literal('background'), type: z.literal('fetched'), id }),
  z.strictObject({
    to: z.literal('background'),
    type: z.literal('written'),
    id,
    text: z.string(),
    usage: usageSchema,
  }),
  z.strictObject({ to: z.literal('background'), type: z.literal('fault'), id, fault: faultSchema }),
]);
export type FromGenerator = z.infer<typeof fromGeneratorSchema>;
