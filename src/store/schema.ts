import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * What stands in the database. Values are `unknown`: what comes from a disk is believed only once
 * its shape was checked, see `readable.ts`.
 */
export interface Schema extends DBSchema {
  /** `learned` holds exactly the episodes with a standing: its path ends at `null` for the others. */
  episodes: { key: string; value: unknown; indexes: { at: number; learned: string } };
  preferences: { key: string; value: unknown };
  jobs: { key: string; value: unknown };
  /** Keyed by encoder and episode. */
  vectors: { key: [string, string]; value: unknown; indexes: { encoder: string } };
  /** Single records by name: `settings`, `settings-aside`, `key`. */
  settings: { key: 'settings' | 'settings-aside' | 'key'; value: unknown };
}

/** An open database. */
export type Database = IDBPDatabase<Schema>;
