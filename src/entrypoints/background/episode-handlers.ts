import { whileBusy } from '../../browser/keep-alive.ts';
import type { Handlers, SenderFacts } from '../../browser/serve.ts';
import { editCost } from '../../learning/edits/edit-cost.ts';
import { Fault } from '../../learning/fault.ts';
import { showsThatItWent } from './next-page.ts';
import type { Services } from './services.ts';
import type { Frame } from './tell-learned.ts';
import { scheduleLearning } from './wake-up.ts';

type EpisodeMessages =
  | 'draft.inserted'
  | 'draft.left'
  | 'draft.recall'
  | 'episode.finish'
  | 'lesson.answer'
  | 'lesson.undo'
  | 'question.read'
  | 'question.answer'
  | 'episodes.list';

/** From the inserted draft to the noted edit. "Noted" is said only once episode and job are on disk. */
export function episodeHandlers(services: Services): Pick<Handlers, EpisodeMessages> {
  const { store, clock, queue, lessons, questions } = services;
  /** The ending of each draft whose next page is being looked at; what is heard of it since ends that. */
  const lookedAt = new Map<string, object>();
  return {
    'draft.inserted': async ({ episodeId, baseline, trace }) => {
      await store.setBaseline(episodeId, baseline, trace);
      return {};
    },
    'draft.left': async ({ episodeId, trace }) => {
      lookedAt.delete(episodeId);
      await store.leave(episodeId, trace);
      return {};
    },
    'draft.recall': async ({ print }, { url }) => {
      const episode = await store.recall(siteOf(url), print, clock.now());
      if (!episode) return { found: null };
      const { id, draft, trace } = episode;
      lookedAt.delete(id);
      return {
        found: { episodeId: id, baseline: draft, isExplained: trace?.isExplained === true },
      };
    },
    'episode.finish': async (ending, sender) => {
      const { episodeId, final, outcome, print, holdMs, baseline, proof, origins } = ending;
      if (baseline !== null) await store.setBaseline(episodeId, baseline);
      const episode = await store.episode(episodeId);
      if (!episode) throw new Fault('not-found');
      const { settings } = await store.settings();
      const [first] = episode.context.recipients;
      const isLearning =
        settings.learning && !settings.notFrom.includes(first?.address.toLowerCase() ?? '');
      // What was written while learning is off is no evidence: it is let go like a discarded draft.
      const counted = isLearning ? outcome : 'discarded';
      const frame = frameOf(sender);
      if (counted !== 'discarded' && proof === 'page') {
        // Not sent before it is proven: whatever ends us meanwhile, nothing false was noted.
        await store.leave(episodeId, { print, isExplained: true, left: 'unknown' });
        lookedAt.set(episodeId, ending);
        const isGone = frame !== null && (await whileBusy(showsThatItWent(frame, final)));
        // It came back meanwhile, and the page that thanks may thank for what was sent after that.
        const isNewest = lookedAt.get(episodeId) === ending;
        if (isNewest) lookedAt.delete(episodeId);
        if (!isGone || !isNewest) return { noted: false, cost: null };
      }
      const cost = editCost(episode.draft, final);
      const finished = await store.finish(episodeId, final, counted, cost, clock.now(), {
        print,
        holdMs,
        ...(origins && { origins }),
      });
      if (counted === 'discarded') return { noted: false, cost: null };
      if (frame) services.sentFrom.set(episodeId, frame);
      // The alarm stands before any work is begun: it is what finds the job if we die during it.
      await scheduleLearning(clock.now() + holdMs);
      void queue.wake();
      // The alarm comes half a minute after this at the soonest; most workers live to see this one.
      if (holdMs > 0) setTimeout(() => void queue.wake(), holdMs);
      return { noted: true, cost: finished.cost };
    },
    'lesson.answer': async (request, { url }) => {
      await lessons.answer(request, siteOf(url));
      return {};
    },
    'lesson.undo': async (request, { url }) => {
      await lessons.undo(request, siteOf(url));
      return {};
    },
    'question.read': async ({ context }, { url }) => {
      if (context.site !== siteOf(url)) throw new Fault('not-allowed', context.site);
      return { options: await questions.read(context) };
    },
    'question.answer': async ({ preferenceId }, { url }) => {
      await questions.answer(preferenceId, siteOf(url));
      return {};
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

const frameOf = ({ tab, frameId }: SenderFacts): Frame | null =>
  tab?.id === undefined ? null : { tabId: tab.id, frameId: frameId ?? 0 };
/** Where the browser says it comes from: a page gets at nothing but its own site's drafts and lessons. */
const siteOf = (url: string | undefined): string => new URL(url ?? '').host;
