import type { FaultData } from '../learning/fault.ts';
import { memoryMessages } from './memory-messages.ts';
import { outboundSchema } from './outbound.ts';
import { row } from './row.ts';
import { endpointSchema, settingsSchema } from './settings.ts';
import {
  correspondentSchema,
  descriptionSchema,
  editCostSchema,
  episodeSchema,
  facetSchema,
  faultSchema,
  idSchema,
  preferenceSchema,
  scopeSchema,
  statusSchema,
  textSchema,
  traceSchema,
} from './shapes.ts';
import { spendingSchema } from './spending.ts';
import { z } from './zod.ts';

export type { Sender } from './row.ts';

const nothing = z.strictObject({});
const preferences = z.array(preferenceSchema).readonly();

/** What stands in the compose box that has the focus, as far as the popup needs it. */
const composeSchema = z.strictObject({
  site: z.string(),
  recipients: z.array(correspondentSchema).readonly(),
  subject: z.string(),
  /** The page is not as it was when we learned to read it. */
  isChanged: z.boolean(),
});

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
  /** The stub saw a compose box get the focus: put the core into this frame. */
  'compose.seen': row(['content'], nothing, nothing),
  /** A panel or a note is near: put what draws them into this frame. */
  'panel.wanted': row(['content'], nothing, nothing),
  /** The draft stands in the box; `baseline` is what the box holds now. */
  'draft.inserted': row(
    ['content'],
    z.strictObject({ episodeId: idSchema, baseline: textSchema, trace: traceSchema }),
    nothing,
  ),
  /** The box with the draft lost the focus, or is left. */
  'draft.left': row(
    ['content'],
    z.strictObject({ episodeId: idSchema, trace: traceSchema }),
    nothing,
  ),
  /**
   * A box was opened with a text in it: is that one of our drafts? One that was sent and came back in
   * time is open again.
   */
  'draft.recall': row(
    ['content'],
    z.strictObject({ print: z.string().min(1).max(100) }),
    z.strictObject({
      found: z
        .strictObject({ episodeId: idSchema, baseline: textSchema, isExplained: z.boolean() })
        .nullable(),
    }),
  ),
  /** The message was sent: answered once episode and job are on disk. Idempotent. */
  'episode.finish': row(
    ['content'],
    z.strictObject({
      episodeId: idSchema,
      final: textSchema,
      outcome: z.enum(['sent', 'scheduled', 'discarded']),
      /** Of the final text. */
      print: z.string().max(100),
      /** How many milliseconds the user can still take it back; it is learned from after that. */
      holdMs: z.number().int().min(0).max(60_000),
      /** What the draft is compared with, where `draft.inserted` did not get through before. */
      baseline: textSchema.nullable(),
      /** `page`: only that the page was left speaks for it, so what came after it is looked at first. */
      proof: z.enum(['box', 'page']),
    }),
    z.strictObject({ noted: z.boolean(), cost: editCostSchema.nullable() }),
  ),
  /** What applies on this tab's site and to this recipient, for the popup. */
  'here.read': row(
    ['page'],
    nothing,
    z.strictObject({
      /** Origin of the active tab; empty where no content script can run. */
      origin: z.string(),
      enabled: z.boolean(),
      compose: composeSchema.nullable(),
      preferences,
    }),
  ),
  /** Opens the panel in the tab the user looks at; the toolbar click is the permission for it. */
  'panel.open': row(['page'], nothing, nothing),
  'site.enable': row(['page'], z.strictObject({ origin: z.string().max(300) }), nothing),
  'site.disable': row(['page'], z.strictObject({ origin: z.string().max(300) }), nothing),
  'preferences.list': row(
    ['page'],
    nothing,
    z.strictObject({
      preferences,
      /** What happened to the memory, told once: see `Store.notice`. */
      notice: faultSchema.nullable(),
    }),
  ),
  'preferences.add': row(
    ['page'],
    z.strictObject({ description: descriptionSchema, facet: facetSchema, scope: scopeSchema }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  /** Refused with `changed-elsewhere` when `revision` is no longer the stored one. */
  'preferences.change': row(
    ['page'],
    z.strictObject({
      id: idSchema,
      revision: z.number().int(),
      description: descriptionSchema.optional(),
      facet: facetSchema.optional(),
      scope: scopeSchema.optional(),
      status: statusSchema.optional(),
    }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  /** Answers with what was deleted, so that `preferences.restore` can bring it back. */
  'preferences.delete': row(
    ['page'],
    z.strictObject({ id: idSchema }),
    z.strictObject({ preference: preferenceSchema }),
  ),
  'preferences.restore': row(['page'], z.strictObject({ preference: preferenceSchema }), nothing),
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
