import { Fault } from '../../learning/fault.ts';
import type { Clock } from '../../learning/ports.ts';
import type { Preference } from '../../learning/types.ts';
import type { Request } from '../../protocol/messages.ts';
import { preferenceSchema } from '../../protocol/shapes.ts';
import { z } from '../../protocol/zod.ts';
import type { Store } from '../../store/types.ts';
import { changedByUser, type PreferenceChange } from './changed-preference.ts';
import type { Shelf } from './outbound-log.ts';

/** What the user says, right after sending, of what was learned; each answer can be taken back. */
export interface LessonAnswers {
  /** `site`: the host the answer comes from. Rejects with `not-found` where it is not the mail's own. */
  answer(request: Request<'lesson.answer'>, site: string): Promise<void>;
  /** Rejects with `not-found` for an answer nobody gave, and `changed-elsewhere`. */
  undo(request: Request<'lesson.undo'>, site: string): Promise<void>;
  erase(): Promise<void>;
}

interface Deps {
  readonly store: Pick<Store, 'episode' | 'preferences' | 'putPreference'>;
  readonly clock: Clock;
  /** Where what was before is kept until the browser is closed. */
  readonly shelf: Shelf;
}

const name = 'answered-lessons';
/** More than any note offers to take back. */
const most = 30;

/** `after`: the revision that the answer made. */
const keptSchema = z.array(z.strictObject({ before: preferenceSchema, after: z.number().int() }));
type Kept = z.output<typeof keptSchema>;

/** Makes it over a store; what can be taken back outlives the worker. */
export function createLessonAnswers({ store, clock, shelf }: Deps): LessonAnswers {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: two answers at once would each lose what the other keeps. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const kept = async (): Promise<Kept> => {
    const read = keptSchema.safeParse(await shelf.read(name));
    return read.success ? read.data : [];
  };

  /** A page changes nothing but what a mail written on its own site has shown. */
  async function shownBy(
    { episodeId, preferenceId }: Request<'lesson.undo'>,
    site: string,
    among: readonly Preference[],
  ): Promise<{ preference: Preference; person: string }> {
    const episode = await store.episode(episodeId);
    const preference = among.find(({ id }) => id === preferenceId);
    const isShown = preference?.evidence.some(
      (item) => item.episodeId === episodeId && item.says === 'supports',
    );
    if (!episode || !preference || !isShown || episode.context.site !== site) {
      throw new Fault('not-found', preferenceId);
    }
    return { preference, person: episode.context.recipients[0]?.address ?? '' };
  }

  return {
    answer: (request, site) =>
      inTurn(async () => {
        const stored = await store.preferences();
        const { preference, person } = await shownBy(request, site, stored);
        const after = changedByUser(preference, changeOf(request.answer, person), clock.now());
        const earlier = (await kept()).filter(({ before }) => before.id !== preference.id);
        // First of all, so that there is nothing done that cannot be undone.
        const step = { before: preference, after: after.revision };
        await shelf.write(name, [step, ...earlier].slice(0, most));
        await store.putPreference(after);
      }),
    undo: (request, site) =>
      inTurn(async () => {
        const steps = await kept();
        const step = steps.find(({ before }) => before.id === request.preferenceId);
        if (!step) throw new Fault('not-found', request.preferenceId);
        const { before, after } = step;
        await shownBy(request, site, [before]);
        const now = (await store.preferences()).find(({ id }) => id === before.id);
        if (now?.revision !== after) throw new Fault('changed-elsewhere', before.id);
        await store.putPreference({ ...before, revision: after + 1 });
        await shelf.write(
          name,
          steps.filter((other) => other !== step),
        );
      }),
    erase: () => inTurn(() => shelf.remove(name)),
  };
}

/**
 * What is forgotten is kept as paused, like what is answered with no in the popup: a record that is gone would
 * be learned anew from the next mail that is edited in this way.
 */
function changeOf(answer: Request<'lesson.answer'>['answer'], person: string): PreferenceChange {
  if (answer === 'forget') return { status: 'paused' };
  if (answer === 'keep') return { status: 'active' };
  if (person === '') throw new Fault('not-found');
  return { status: 'active', scope: { kind: 'recipient', address: person } };
}
