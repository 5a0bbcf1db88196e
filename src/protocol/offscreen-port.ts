import { sentRequestSchema } from './outbound.ts';
import { faultSchema } from './shapes.ts';
import { z } from './zod.ts';

/** Name of the port that the background opens to the offscreen page, where transformers.js runs. */
export const encoderPortName = 'encoder';

const id = z.number().int();

/** What the background asks for; `id` is given back with the answer. */
export const toOffscreenSchema = z.discriminatedUnion('type', [
  z.strictObject({ to: z.literal('offscreen'), type: z.literal('load'), id }),
  z.strictObject({ to: z.literal('offscreen'), type: z.literal('fetch'), id }),
  z.strictObject({
    to: z.literal('offscreen'),
    type: z.literal('embed'),
    id,
    texts: z.array(z.string()),
  }),
]);
export type ToOffscreen = z.infer<typeof toOffscreenSchema>;

/** What the offscreen page answers: `progress` and `asked` any number of times, then one of the others. */
export const toEncoderSchema = z.discriminatedUnion('type', [
  z.strictObject({
    to: z.literal('encoder'),
    type: z.literal('progress'),
    id,
    loaded: z.number(),
    total: z.number(),
  }),
  z.strictObject({
    to: z.literal('encoder'),
    type: z.literal('asked'),
    id,
    /** A request that was made for a file. */
    asked: sentRequestSchema,
  }),
  z.strictObject({
    to: z.literal('encoder'),
    type: z.literal('loaded'),
    id,
    model: z.enum(['ready', 'absent']),
  }),
  z.strictObject({ to: z.literal('encoder'), type: z.literal('fetched'), id }),
  z.strictObject({
    to: z.literal('encoder'),
    type: z.literal('embedded'),
    id,
    /** Plain numbers: messages travel as JSON, which would make an object of a `Float32Array`. */
    vectors: z.array(z.array(z.number())),
  }),
  z.strictObject({
    to: z.literal('encoder'),
    type: z.literal('fault'),
    id,
    fault: faultSchema,
  }),
]);
export type ToEncoder = z.infer<typeof toEncoderSchema>;

/** What we need of a `runtime.Port`. */
export interface EncoderPort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}
