import type { Handlers } from '../../browser/serve.ts';
import { editCost } from '../../learning/edits/edit-cost.ts';
import { Fault } from '../../learning/fault.ts';
import type { Services } from './services.ts';
import { scheduleLearning } from './wake-up.ts';

type EpisodeMessages = 'draft.inserted' | 'episode.finish' | 'episodes.list';

/** From the inserted draft to the noted edit. "Noted" is said only once episode and job are on disk. */
export function episodeHandlers(services: Services): Pick<Handlers, EpisodeMessages> {
  const { store, clock, queue } = services;
  return {
    'draft.inserted': async ({ episodeId, baseline }) => {
      await store.setBaseline(episodeId, baseline);
      return {};
    },
    'episode.finish': async ({ episodeId, final, outcome }, sender) => {
      const episode = await store.episode(episodeId);
      if (!episode) throw new Fault('not-found');
      const { settings } = await store.settings();
      // What was written while learning is off is no evidence: it is let go like a discarded draft.
      const counted = settings.learning ? outcome : 'discarded';
      const cost = editCost(episode.draft, final);
      const finished = await store.finish(episodeId, final, counted, cost, clock.now());
      if (counted === 'discarded') return { noted: false, cost: null };
      if (sender.tab?.id !== undefined) {
        services.sentFrom.set(episodeId, { tabId: sender.tab.id, frameId: sender.frameId ?? 0 });
      }
      // The alarm stands before any work is begun: it is what finds the job if we die during it.
      await scheduleLearning(clock.now());
      void queue.wake();
      return { noted: true, cost: finished.cost };
    },
    'episodes.list': async ({ limit }) => {
      const [episodes, jobs] = await Promise.all([store.episodes(limit), store.jobs()]);
      return {
        episodes,
        waiting: jobs.length,
        fault: jobs.find((job) => job.fault)?.fault ?? null,
      };
    },
  };
}
