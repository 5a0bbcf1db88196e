import { whileBusy } from '../../browser/keep-alive.ts';
import type { Handlers } from '../../browser/serve.ts';
import { syncSites } from '../../browser/sites.ts';
import { monthOf } from '../../protocol/spending.ts';
import { wanted } from '../../store/merge-backup.ts';
import { doubtful, readBackup } from '../../store/read-backup.ts';
import { createIncomingFile } from './incoming-file.ts';
import type { Services } from './services.ts';
import { scheduleLearning } from './wake-up.ts';

type BackupMessages = 'memory.rest' | 'backup.part' | 'backup.check' | 'backup.merge';

/** Giving everything out, and taking it in again: looked through first, then all of it or nothing. */
export function backupHandlers(services: Services): Pick<Handlers, BackupMessages> {
  const { store, clock, queue } = services;
  const incoming = createIncomingFile();
  return {
    'memory.rest': async () => {
      const [{ settings }, preferences, jobs, spending] = await Promise.all([
        store.settings(),
        store.preferences(),
        store.jobs(),
        store.spending(monthOf(clock.now())),
      ]);
      const waiting = jobs.map(({ episodeId }) => episodeId);
      return { settings, preferences, waiting, spending };
    },
    'backup.part': async ({ file, position, text }) => {
      incoming.add(file, position, text);
      return {};
    },
    'backup.check': async ({ file, parts }) => {
      const backup = readBackup(incoming.take(file, parts));
      const [ids, here, { settings }] = await Promise.all([
        store.episodeIds({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }),
        store.preferences(),
        store.settings(),
      ]);
      const known = new Set(ids);
      const fresh = wanted(backup, new Map(here.map((preference) => [preference.id, preference])));
      const isSame = JSON.stringify(backup.settings) === JSON.stringify(settings);
      return {
        madeAt: backup.madeAt,
        episodes: {
          fresh: backup.episodes.filter(({ id }) => !known.has(id)).length,
          all: backup.episodes.length,
        },
        preferences: {
          fresh,
          all: backup.preferences.length,
          doubtful: doubtful(fresh).map(({ id }) => id),
        },
        settings: isSame ? null : backup.settings,
      };
    },
    'backup.merge': async ({ file, parts, without, withSettings }) => {
      const backup = readBackup(incoming.take(file, parts));
      const choice = { without: new Set(without), withSettings };
      const done = await whileBusy(store.merge(backup, choice, clock.now()));
      services.forget();
      const { settings } = await store.settings();
      // What came in has no vectors: those of a file could say anything.
      await Promise.all([services.useEncoder(settings.encoder), syncSites(settings.sites)]);
      await scheduleLearning(clock.now());
      void queue.wake();
      return done;
    },
  };
}
