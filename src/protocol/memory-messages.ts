import { mostEpisodes, mostPreferences } from './backup.ts';
import { row } from './row.ts';
import { settingsSchema } from './settings.ts';
import { episodeSchema, idSchema, preferenceSchema } from './shapes.ts';
import { spendingSchema } from './spending.ts';
import { z } from './zod.ts';

const nothing = z.strictObject({});
const preferences = z.array(preferenceSchema).readonly();
const sizeSchema = z.strictObject({ count: z.number().int(), bytes: z.number().int() });

/** The rows of the dashboard: looking through what is remembered, taking it out, bringing it in. */
export const memoryMessages = {
  /** Ids of the episodes drafted from `from` to `to`, newest first. */
  'episodes.ids': row(
    ['page'],
    z.strictObject({ from: z.number(), to: z.number() }),
    z.strictObject({ ids: z.array(idSchema).readonly() }),
  ),
  /** Those of them that are there and can be read, in this order. */
  'episodes.read': row(
    ['page'],
    z.strictObject({ ids: z.array(idSchema).max(100) }),
    z.strictObject({ episodes: z.array(episodeSchema).readonly() }),
  ),
  /** What lies in the database, sealed. */
  'memory.sizes': row(
    ['page'],
    nothing,
    z.strictObject({
      episodes: sizeSchema,
      preferences: sizeSchema,
      jobs: sizeSchema,
      vectors: sizeSchema,
    }),
  ),
  /**
   * Makes these episodes evidence of nothing; `erase` deletes them too. `token` undoes it for a few minutes,
   * unless the background ends before.
   */
  'memory.take-out': row(
    ['page'],
    z.strictObject({
      ids: z.array(idSchema).max(mostEpisodes),
      how: z.enum(['erase', 'leave-out']),
    }),
    z.strictObject({
      token: idSchema,
      episodes: z.number().int(),
      /** How many preferences were changed or are gone. */
      preferences: z.number().int(),
    }),
  ),
  /** Undoes `memory.take-out`; `too-late` where that is no longer possible. */
  'memory.put-back': row(['page'], z.strictObject({ token: idSchema }), nothing),
  /** Has an episode that was left out learned from after all. */
  'memory.learn-again': row(['page'], z.strictObject({ id: idSchema }), nothing),
  /** What is remembered besides the episodes; unlike `preferences.list` it takes no notice. */
  'memory.rest': row(
    ['page'],
    nothing,
    z.strictObject({
      settings: settingsSchema,
      preferences,
      waiting: z.array(idSchema).readonly(),
      /** Of this month. */
      spending: spendingSchema,
    }),
  ),
  /** A piece of a file that is to be read; the first one (`position` 0) begins a new file. */
  'backup.part': row(
    ['page'],
    z.strictObject({ file: idSchema, position: z.number().int().min(0), text: z.string() }),
    nothing,
  ),
  /**
   * What would come in with the file whose pieces were just sent. Refused with the reason where it is not
   * all right; `backup-lost` where pieces are missing.
   */
  'backup.check': row(
    ['page'],
    z.strictObject({ file: idSchema, parts: z.number().int() }),
    z.strictObject({
      madeAt: z.number(),
      /** New ones, and all in the file. */
      episodes: z.strictObject({ fresh: z.number().int(), all: z.number().int() }),
      preferences: z.strictObject({
        /** Those that are new here, or later than the one here. */
        fresh: preferences,
        all: z.number().int(),
        /** Ids of those of `fresh` that a person has to look at first. */
        doubtful: z.array(idSchema).readonly(),
      }),
      /** `null` where they are the ones in use. */
      settings: settingsSchema.nullable(),
    }),
  ),
  /** Brings in what `backup.check` told of it: all or nothing; `without` are ids of preferences. */
  'backup.merge': row(
    ['page'],
    z.strictObject({
      file: idSchema,
      parts: z.number().int(),
      without: z.array(idSchema).max(mostPreferences),
      withSettings: z.boolean(),
    }),
    z.strictObject({ episodes: z.number().int(), preferences: z.number().int() }),
  ),
} as const;
