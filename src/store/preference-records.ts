import { Fault } from '../learning/fault.ts';
import type { Preference } from '../learning/types.ts';
import { preferenceSchema } from '../protocol/shapes.ts';
import { allReadable, proveReadable, readable } from './readable.ts';
import type { Database } from './schema.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

type PreferencePart = Pick<Store, 'preferences' | 'putPreference' | 'deletePreference'>;

/** The store's methods for preferences one by one, as the user changes them. */
export function preferenceRecords(database: Database): PreferencePart {
  return {
    preferences: () =>
      transact(database, ['preferences'], 'readonly', async ({ store }) =>
        allReadable(preferenceSchema, await store.getAll()),
      ),

    putPreference: (preference) =>
      transact(database, ['preferences'], 'readwrite', async ({ store }) => {
        proveReadable(preferenceSchema, preference, 'preference');
        const record = await store.get(preference.id);
        if (record !== undefined) proveNext(preference, record);
        await store.put(preference);
      }),

    deletePreference: (id) =>
      transact(database, ['preferences'], 'readwrite', async ({ store }) => {
        const record = await store.get(id);
        if (record === undefined) throw new Fault('not-found', id);
        const preference = readable(preferenceSchema, record);
        if (!preference) throw new Fault('storage-failed', `preference ${id} cannot be read`);
        await store.delete(id);
        return preference;
      }),
  };
}

/** Refuses with `changed-elsewhere` unless `record` is the revision just before this one. */
export function proveNext(preference: Preference, record: unknown): void {
  const stored = readable(preferenceSchema, record);
  if (stored?.revision !== preference.revision - 1) {
    throw new Fault('changed-elsewhere', preference.id);
  }
}
