import { settingsSchema } from './settings.ts';
import { episodeSchema, idSchema, preferenceSchema } from './shapes.ts';
import { spendingSchema } from './spending.ts';
import { z } from './zod.ts';

/** The version of the format that this code writes; it reads this one and none that is newer. */
export const backupVersion = 1;

/** The most that is taken in. What is written can be more, and is then told to be. */
export const mostBytes = 256 * 1024 * 1024;
export const mostEpisodes = 100_000;
export const mostPreferences = 10_000;

/** What says that a file is one of ours at all, whatever its version. */
export const backupHeadSchema = z.object({
  penchant: z.literal('backup'),
  version: z.number().int().min(1),
});

/**
 * All that was learned and chosen, as one JSON file. Not in it: the key of the model server, which is
 * nobody's to find in a downloads folder, and vectors, which are made anew from what is in it.
 */
export const backupSchema = z.strictObject({
  penchant: z.literal('backup'),
  version: z.literal(backupVersion),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
  settings: settingsSchema,
  preferences: z.array(preferenceSchema).max(mostPreferences),
  /** Episodes whose edit is noted and not learned from yet. */
  waiting: z.array(idSchema).max(mostEpisodes),
  episodes: z.array(episodeSchema).max(mostEpisodes),
  /** Of the month the file was made in; left out in files of before it was kept. */
  spending: spendingSchema.exactOptional(),
});
export type Backup = z.infer<typeof backupSchema>;
