import { Fault } from '../learning/fault.ts';
import type { Preference } from '../learning/types.ts';
import { preferenceSchema } from '../protocol/shapes.ts';
import { toBase64 } from './base64.ts';
import { type Cipher, tagBytes } from './cipher.ts';
import { flush, noteChanges } from './mirror.ts';
import { createReader } from './opened-preferences.ts';
import { proveReadable } from './readable.ts';
import type { Room } from './room.ts';
import { preferenceRow, readPreference } from './sealed.ts';
import { transact } from './transact.ts';
import type { Store } from './types.ts';

type PreferencePart = Pick<
  Store,
  'preferences' | 'preferencesState' | 'putPreference' | 'deletePreference'
>;

/** The store's methods for preferences one by one, as the user changes them. */
export function preferenceRecords(room: Room): PreferencePart {
  const read = createReader(room);
  return {
    preferences: () =>
      transact(room, ['preferences', 'settings'], 'readonly', async (transaction) => {
        const stored = transaction.objectStore('preferences');
        const mark = await transaction.objectStore('settings').get('mark');
        const known = read.listed(mark);
        if (known) return known;
        const [ids, rows] = await Promise.all([stored.getAllKeys(), stored.getAll()]);
        return read.list(mark, ids, rows);
      }),

    preferencesState: () =>
      transact(room, ['settings'], 'readonly', async ({ store }) => {
        const mark = await store.get('mark');
        // Sealed anew by every change, so its proof is never the same again.
        return mark instanceof Uint8Array ? toBase64(mark.slice(-tagBytes)) : '';
      }),

    async putPreference(preference) {
      const { id } = preference;
      await transact(room, ['preferences', 'settings'], 'readwrite', async (transaction) => {
        proveReadable(preferenceSchema, preference, 'preference');
        const stored = transaction.objectStore('preferences');
        const before = await stored.get(id);
        if (before !== undefined) proveNext(room.cipher, preference, before);
        const after = preferenceRow(room.cipher, preference);
        await stored.put(after);
        await noteChanges(room, transaction.objectStore('settings'), [{ id, before, after }]);
      });
      await flush(room);
    },

    async deletePreference(id) {
      const deleted = await transact(
        room,
        ['preferences', 'settings'],
        'readwrite',
        async (transaction) => {
          const stored = transaction.objectStore('preferences');
          const before = await stored.get(id);
          if (before === undefined) throw new Fault('not-found', id);
          const preference = readPreference(room.cipher, id, before);
          if (!preference) throw new Fault('storage-failed', `preference ${id} cannot be read`);
          await stored.delete(id);
          const gone = { id, before, after: undefined };
          await noteChanges(room, transaction.objectStore('settings'), [gone]);
          return preference;
        },
      );
      await flush(room);
      return deleted;
    },
  };
}

/** Refuses with `changed-elsewhere` unless `row` is the revision just before this one. */
export function proveNext(cipher: Cipher, preference: Preference, row: unknown): void {
  const stored = readPreference(cipher, preference.id, row);
  if (stored?.revision !== preference.revision - 1) {
    throw new Fault('changed-elsewhere', preference.id);
  }
}
