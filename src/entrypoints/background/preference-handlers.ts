import { here } from '../../browser/here.ts';
import type { Handlers } from '../../browser/serve.ts';
import { Fault } from '../../learning/fault.ts';
import type { Preference } from '../../learning/types.ts';
import { changedByUser } from './changed-preference.ts';
import { hereOf } from './here-answer.ts';
import { mergedPreference } from './merged-preference.ts';
import type { Services } from './services.ts';

type PreferenceMessages =
  | 'preferences.list'
  | 'preferences.add'
  | 'preferences.change'
  | 'preferences.delete'
  | 'preferences.first'
  | 'preferences.part'
  | 'preferences.of'
  | 'preferences.merge'
  | 'preferences.unmerge'
  | 'preferences.restore';

/** Seeing and changing what was learned. What the user writes or edits becomes theirs for good. */
export function preferenceHandlers(services: Services): Pick<Handlers, PreferenceMessages> {
  const { store, clock, ids, firstScreen } = services;
  /** While a page reads them part by part, so that each part is not a reading of all. */
  let listed: readonly Preference[] = [];
  const save = async (preference: Preference): Promise<{ preference: Preference }> => {
    await store.putPreference(preference);
    return { preference };
  };
  return {
    'preferences.list': async () => {
      const [preferences, notice] = await Promise.all([store.preferences(), store.notice()]);
      return { preferences, notice };
    },
    'preferences.first': async ({ limit }) => {
      // What comes in parts is to be no older than this.
      listed = [];
      const place = here();
      const [{ settings }, notice, where, { applies, ...screen }] = await Promise.all([
        store.settings(),
        store.notice(),
        place,
        firstScreen.of(place, limit),
      ]);
      return { here: hereOf(where, settings, applies), ...screen, notice };
    },
    'preferences.part': async ({ from, limit }) => {
      if (listed.length === 0) listed = await store.preferences();
      const preferences = listed.slice(from, from + limit);
      // Whoever has had the last of them asks for no more.
      if (from + limit >= listed.length) listed = [];
      return { preferences };
    },
    'preferences.of': async ({ ids }) => {
      const wanted = new Set(ids);
      const all = await store.preferences();
      return { preferences: all.filter(({ id }) => wanted.has(id)) };
    },
    'preferences.merge': async ({ keep, other, description }) => {
      const all = await store.preferences();
      const find = ({ id, revision }: { id: string; revision: number }): Preference => {
        const stored = all.find((preference) => preference.id === id);
        if (!stored) throw new Fault('not-found', id);
        if (stored.revision !== revision) throw new Fault('changed-elsewhere', id);
        return stored;
      };
      const before = [find(keep), find(other)] as const;
      const merged = mergedPreference(...before, description, clock.now());
      // In this order: between the two, something is there twice and nothing is lost.
      await store.putPreference(merged);
      await store.deletePreference(other.id);
      return { before, merged };
    },
    'preferences.unmerge': async ({ before, merged }) => {
      const { id, revision } = merged;
      for (const preference of before) {
        await store.putPreference(
          preference.id === id ? { ...preference, revision: revision + 1 } : preference,
        );
      }
      return {};
    },
    'preferences.add': ({ description, facet, scope }) => {
      const now = clock.now();
      return save({
        id: ids.next(),
        description,
        facet,
        scope,
        evidence: [],
        confidence: 1,
        origin: 'user',
        status: 'active',
        revision: 0,
        createdAt: now,
        updatedAt: now,
      });
    },
    'preferences.change': async ({ id, revision, ...change }) => {
      const stored = (await store.preferences()).find((preference) => preference.id === id);
      if (!stored) throw new Fault('not-found');
      if (stored.revision !== revision) throw new Fault('changed-elsewhere');
      return save(changedByUser(stored, change, clock.now()));
    },
    'preferences.delete': async ({ id }) => {
      const preference = await store.deletePreference(id);
      return { preference };
    },
    'preferences.restore': async ({ preference }) => {
      await save(preference);
      return {};
    },
  };
}
