import type { IDBPObjectStore } from 'idb';
import type { Preference } from '../learning/types.ts';
import { preferenceSchema } from '../protocol/shapes.ts';
import { type Change, noteChanges } from './mirror.ts';
import { proveReadable } from './readable.ts';
import type { Room } from './room.ts';
import type { Schema } from './schema.ts';
import { preferenceRow, readPreference } from './sealed.ts';

type Table<Name extends 'preferences' | 'settings', Used extends string> = Pick<
  IDBPObjectStore<Schema, [Name], Name, 'readwrite'>,
  Extract<Used, keyof IDBPObjectStore<Schema, [Name], Name, 'readwrite'>>
>;

/** What is needed of a transaction to change preferences. */
export interface PreferenceTables {
  readonly preferences: Table<'preferences', 'get' | 'put' | 'delete' | 'getAll' | 'getAllKeys'>;
  readonly settings: Table<'settings', 'get' | 'put'>;
}

/** All preferences that can be read, by id, within a transaction. */
export async function readAll(
  room: Room,
  { preferences }: Pick<PreferenceTables, 'preferences'>,
): Promise<Map<string, Preference>> {
  const [ids, rows] = await Promise.all([preferences.getAllKeys(), preferences.getAll()]);
  const read = ids.flatMap((id, at) => readPreference(room.cipher, id, rows[at]) ?? []);
  return new Map(read.map((preference) => [preference.id, preference]));
}

/** Writes these as they are, whatever stood there, and deletes those that are `null`; see `flush`. */
export async function writeAll(
  room: Room,
  { preferences, settings }: PreferenceTables,
  next: ReadonlyMap<string, Preference | null>,
): Promise<void> {
  const changes: Change[] = [];
  for (const [id, preference] of next) {
    const before = await preferences.get(id);
    let after: unknown;
    if (preference) {
      proveReadable(preferenceSchema, preference, 'preference');
      after = preferenceRow(room.cipher, preference);
      await preferences.put(after);
    } else if (before === undefined) continue;
    else await preferences.delete(id);
    changes.push({ id, before, after });
  }
  await noteChanges(room, settings, changes);
}
