import type { FaultData } from '../learning/fault.ts';
import { generatorMessages } from './generator-messages.ts';
import { hereSchema } from './here.ts';
import { memoryMessages } from './memory-messages.ts';
import { outboundSchema } from './outbound.ts';
import { preferenceMessages } from './preference-messages.ts';
import { nothing, row } from './row.ts';
import { endpointSchema, settingsSchema } from './settings.ts';
import { episodeSchema, faultSchema } from './shapes.ts';
import { spendingSchema } from './spending.ts';
import { writingMessages } from './writing-messages.ts';
import { z } from './zod.ts';

export type { Sender } from './row.ts';

const encoderStateSchema = z.strictObject({
  /** The encoder in use. */
  active: z.string(),
  /** The one the settings ask for. */
  wanted: z.enum(['lexical', 'minilm']),
  /** `absent`: neither in the package nor downloaded yet. */
  model: z.enum(['absent', 'loading', 'ready', 'failed']),
  /** Bytes of the download so far; both 0 while none runs. */
  loaded: z.number(),
  total: z.number(),
  fault: faultSchema.nullable(),
});
export type EncoderState = z.infer<typeof encoderStateSchema>;

/** Requests with one answer, by name. `draft-port.ts` has the one conversation that streams. */
export const messages = {
  ...writingMessages,
  ...preferenceMessages,
  /** What applies on this tab's site and to this recipient, for the popup. */
  'here.read': row(['page'], nothing, hereSchema),
  /** Switches learning on or off: all of it, or of mails to one address. */
  'learning.switch': row(
    ['page'],
    z.strictObject({ address: z.string().min(1).max(1_000).nullable(), on: z.boolean() }),
    nothing,
  ),
  /** Opens the panel in the tab the user looks at; the toolbar click is the permission for it. */
  'panel.open': row(['page'], nothing, nothing),
  'site.enable': row(['page'], z.strictObject({ origin: z.string().max(300) }), nothing),
  'site.disable': row(['page'], z.strictObject({ origin: z.string().max(300) }), nothing),
  /** Newest first. */
  'episodes.list': row(
    ['page'],
    z.strictObject({ limit: z.number().int().min(1).max(500) }),
    z.strictObject({
      episodes: z.array(episodeSchema).readonly(),
      /** Edits that are noted and not learned from yet. */
      waiting: z.number().int(),
      /** Why the oldest of them waits; `null` while nothing is wrong. */
      fault: faultSchema.nullable(),
    }),
  ),
  'settings.read': row(
    ['page'],
    nothing,
    z.strictObject({
      settings: settingsSchema,
      /** Host the stored key belongs to; `null` without a key. The key itself is never sent. */
      keyHost: z.string().nullable(),
      /** `bad-settings` when the stored record could not be read and defaults are in use. */
      fault: faultSchema.nullable(),
    }),
  ),
  'settings.write': row(['page'], z.strictObject({ settings: settingsSchema }), nothing),
  /**
   * Stores the key for `host`; an empty one removes it. Refused with `changed-elsewhere` where that is no
   * longer the host of the writer's base URL: the user saw another name when they typed it.
   */
  'settings.key': row(
    ['page'],
    z.strictObject({ host: z.string().max(300), key: z.string().max(1_000) }),
    nothing,
  ),
  /** What left this machine for a model, newest first; since the browser was started. */
  'outbound.read': row(
    ['page'],
    nothing,
    z.strictObject({ requests: z.array(outboundSchema).readonly() }),
  ),
  /** Asks the writer for one short answer. */
  'writer.test': row(
    ['page'],
    nothing,
    z.strictObject({ writer: z.string(), text: z.string(), milliseconds: z.number() }),
  ),
  /** The servers we know by name, and which of them an address is of; `other` for none of them. */
  'writer.presets': row(
    ['page'],
    z.strictObject({ baseUrl: endpointSchema }),
    z.strictObject({
      presets: z
        .array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            baseUrl: z.string(),
            /** Page where its keys are made; `null` where it needs none. */
            keyPage: z.string().nullable(),
          }),
        )
        .readonly(),
      chosen: z.string(),
    }),
  ),
  /** Asks the writer's server for its models, by name. */
  'writer.models': row(
    ['page'],
    nothing,
    z.strictObject({
      models: z
        .array(
          z.strictObject({
            id: z.string(),
            /** US dollars for a million tokens; `null` where the server does not say. */
            price: z.strictObject({ input: z.number(), output: z.number() }).nullable(),
          }),
        )
        .readonly(),
    }),
  ),
  /** What language models cost this month. */
  'spending.read': row(['page'], nothing, z.strictObject({ spending: spendingSchema })),
  /** Deletes everything that was ever stored, settings and key too; nothing brings it back. */
  'memory.erase': row(['page'], nothing, nothing),
  'encoder.read': row(['page'], nothing, z.strictObject({ state: encoderStateSchema })),
  /** Starts the download; its progress is in `encoder.read`. */
  'encoder.fetch': row(['page'], nothing, nothing),
  ...generatorMessages,
  ...memoryMessages,
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Request<Name extends MessageName> = z.input<Messages[Name]['request']>;
export type Response<Name extends MessageName> = z.output<Messages[Name]['response']>;

/** How a message travels: always this envelope, always answered by a `Reply`. */
export interface Envelope {
  readonly to: 'background';
  readonly name: MessageName;
  readonly request: unknown;
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: FaultData };
