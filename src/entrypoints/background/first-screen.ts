import type { here } from '../../browser/here.ts';
import type { Preference } from '../../learning/types.ts';
import { idSchema, preferenceSchema } from '../../protocol/shapes.ts';
import { z } from '../../protocol/zod.ts';
import type { Store } from '../../store/types.ts';
import { firstOnes, idsHere } from './here-answer.ts';
import type { Shelf } from './outbound-log.ts';

type Place = Awaited<ReturnType<typeof here>>;

/** What a page of ours shows before anybody scrolls. */
export interface Screen {
  /** Ids of those that hold where the user looks. */
  readonly applies: readonly string[];
  /** These first, then the newest. */
  readonly preferences: readonly Preference[];
  /** How many there are in all. */
  readonly total: number;
}

/**
 * The first screen of a place. The last one is kept on the shelf for a worker that was just started: reading
 * thousands of preferences is most of what a popup would wait for then.
 */
export interface FirstScreen {
  /** `limit` preferences, as they are stored now. */
  of(place: Promise<Place>, limit: number): Promise<Screen>;
  erase(): Promise<void>;
}

const name = 'first-screen';

/** `state` of the preferences, and the place and the limit (`askedFor`), that the screen was made for. */
const keptSchema = z.strictObject({
  state: z.string(),
  askedFor: z.string(),
  screen: z.strictObject({
    applies: z.array(idSchema),
    preferences: z.array(preferenceSchema),
    total: z.number().int(),
  }),
});
interface Kept {
  readonly state: string;
  readonly askedFor: string;
  readonly screen: Screen;
}

/** Makes it over a store and a shelf that ends with the browser. */
export function createFirstScreen(deps: {
  readonly store: Pick<Store, 'preferences' | 'preferencesState'>;
  readonly shelf: Shelf;
}): FirstScreen {
  const { store, shelf } = deps;
  let last: Kept | undefined;

  const kept = async (): Promise<Kept | undefined> => {
    last ??= keptSchema.safeParse(await shelf.read(name)).data;
    return last;
  };

  return {
    async of(place, limit) {
      const [state, known] = await Promise.all([store.preferencesState(), kept()]);
      const isNow = known?.state === state;
      if (isNow && known.askedFor === askedFor(await place, limit)) return known.screen;
      // Read while the tab takes its time to say what is written in it.
      const [all, where] = await Promise.all([store.preferences(), place]);
      const applies = idsHere(where, all);
      const preferences = firstOnes(all, new Set(applies), limit);
      const screen = { applies, preferences, total: all.length };
      // Of what was changed meanwhile nobody can say which state was read.
      if (state !== '' && (await store.preferencesState()) === state) {
        last = { state, askedFor: askedFor(where, limit), screen };
        shelf.write(name, last).catch((thrown: unknown) => {
          console.warn('The first screen could not be kept.', thrown);
        });
      }
      return screen;
    },
    erase: async () => {
      last = undefined;
      await shelf.remove(name);
    },
  };
}

/** All that the screen depends on but the preferences: what `idsHere` looks at. */
function askedFor({ origin, compose }: Place, limit: number): string {
  const people = compose?.recipients.map(({ address }) => address) ?? [];
  return JSON.stringify([origin, compose?.site ?? null, people, limit]);
}
