import type { Cipher } from './cipher.ts';
import { first } from './migrations/0001-first.ts';
import { sealed } from './migrations/0002-sealed.ts';
import { packs } from './migrations/0003-packs.ts';

/** Takes a database from the version before it to its own, within the given upgrade transaction. */
type Migration = (database: IDBDatabase, transaction: IDBTransaction, seal: Cipher['seal']) => void;

/** In order; the first leads to version 1. One that was published is never changed again. */
const migrations: readonly Migration[] = [first, sealed, packs];

/** The version that this code reads and writes. */
export const databaseVersion = migrations.length;

/** Runs, in order, what a database of version `from` (0: empty) still lacks. */
export function migrate(
  database: IDBDatabase,
  transaction: IDBTransaction,
  from: number,
  seal: Cipher['seal'],
): void {
  for (const migration of migrations.slice(from)) migration(database, transaction, seal);
}
