import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * What stands in the database. Values are `unknown`: what comes from a disk is believed only once it
 * was opened and its shape was checked, see `sealed.ts` and `readable.ts`.
 */
export interface Schema extends DBSchema {
  /** `learned` holds exactly the episodes with a standing. */
  episodes: { key: string; value: unknown; indexes: { at: number; learned: number } };
  preferences: { key: string; value: unknown };
  jobs: { key: string; value: unknown };
  /** Keyed by encoder and episode. */
  vectors: { key: [string, string]; value: unknown; indexes: { encoder: string } };
  /** Many vectors in one record, by encoder and number: a copy that is quick to read, see `vector-packs.ts`. */
  packs: { key: [string, number]; value: unknown };
  /**
   * Single records by name. `mark`: what the preferences should be, see `mark.ts`; `outbox`: which of
   * them the mirror does not have yet, see `mirror.ts`; `spending`: see `spending-records.ts`.
   */
  settings: {
    key: 'settings' | 'settings-aside' | 'key' | 'mark' | 'outbox' | 'spending';
    value: unknown;
  };
}

/** An open database. */
export type Database = IDBPDatabase<Schema>;
