import type { Handlers } from '../../browser/serve.ts';
import type { Services } from './services.ts';
import { scheduleLearning } from './wake-up.ts';

type MemoryMessages =
  | 'episodes.ids'
  | 'episodes.read'
  | 'memory.sizes'
  | 'memory.take-out'
  | 'memory.put-back'
  | 'memory.learn-again';

/** Looking through everything that is remembered, and taking some of it out again. */
export function memoryHandlers(services: Services): Pick<Handlers, MemoryMessages> {
  const { store, clock, queue, takenOut } = services;
  const learn = async (): Promise<void> => {
    await scheduleLearning(clock.now());
    void queue.wake();
  };
  return {
    'episodes.ids': async (range) => ({ ids: await store.episodeIds(range) }),
    'episodes.read': async ({ ids }) => ({ episodes: await store.episodesOf(ids) }),
    'memory.sizes': () => store.sizes(),
    'memory.take-out': async ({ ids, how }) => {
      const taken = await store.takeOut(ids, how, clock.now());
      services.forget();
      const { episodes, preferences } = taken;
      return {
        token: takenOut.keep(taken),
        episodes: episodes.length,
        preferences: preferences.length,
      };
    },
    'memory.put-back': async ({ token }) => {
      await store.putBack(takenOut.giveBack(token), clock.now());
      services.forget();
      await learn();
      return {};
    },
    'memory.learn-again': async ({ id }) => {
      await store.learnAgain(id, clock.now());
      await learn();
      return {};
    },
  };
}
