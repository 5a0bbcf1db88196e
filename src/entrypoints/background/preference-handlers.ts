import type { Handlers } from '../../browser/serve.ts';
import { Fault } from '../../learning/fault.ts';
import type { Preference } from '../../learning/types.ts';
import type { Services } from './services.ts';

type PreferenceMessages =
  | 'preferences.list'
  | 'preferences.add'
  | 'preferences.change'
  | 'preferences.delete'
  | 'preferences.restore';

/** Seeing and changing what was learned. What the user writes or edits becomes theirs for good. */
export function preferenceHandlers(services: Services): Pick<Handlers, PreferenceMessages> {
  const { store, clock, ids } = services;
  const save = async (preference: Preference): Promise<{ preference: Preference }> => {
    await store.putPreference(preference);
    return { preference };
  };
  return {
    'preferences.list': async () => {
      const [preferences, notice] = await Promise.all([store.preferences(), store.notice()]);
      return { preferences, notice };
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
    'preferences.change': async ({ id, revision, description, facet, scope, status }) => {
      const stored = (await store.preferences()).find((preference) => preference.id === id);
      if (!stored) throw new Fault('not-found');
      if (stored.revision !== revision) throw new Fault('changed-elsewhere');
      const reworded = description !== undefined && description !== stored.description;
      const rescoped = scope !== undefined;
      return save({
        ...stored,
        description: description ?? stored.description,
        facet: facet ?? stored.facet,
        scope: scope ?? stored.scope,
        status: status ?? (reworded ? 'active' : stored.status),
        origin: reworded || rescoped ? 'user' : stored.origin,
        revision: revision + 1,
        updatedAt: clock.now(),
      });
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
