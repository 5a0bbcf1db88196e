import { Fault } from '../../learning/fault.ts';
import type { Clock, Ids } from '../../learning/ports.ts';
import { answered } from '../../learning/telling/answer.ts';
import { type Question, questionFor } from '../../learning/telling/question.ts';
import type { Context } from '../../learning/types.ts';
import { contextSchema } from '../../protocol/shapes.ts';
import { z } from '../../protocol/zod.ts';
import type { Store } from '../../store/types.ts';
import type { Shelf } from './outbound-log.ts';

/** Asks the user the one question that is worth it, and takes the answer. */
export interface QuestionDesk {
  /** What to ask before a draft for this context; `null` for nothing. What it answers counts as asked. */
  read(context: Context): Promise<Question['options'] | null>;
  /** `site`: the host the answer comes from. Rejects with `not-found` where nobody was asked there. */
  answer(preferenceId: string, site: string): Promise<void>;
  erase(): Promise<void>;
}

interface Deps {
  readonly store: Pick<Store, 'preferences' | 'putPreference' | 'settings'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where the open question is kept until the browser is closed. */
  readonly shelf: Shelf;
  /** When somebody was last asked; outlives the browser. */
  readonly lastAsked: {
    read(): Promise<number | null>;
    write(at: number): Promise<void>;
  };
}

const name = 'question';

const openSchema = z.strictObject({
  context: contextSchema,
  question: z.strictObject({
    slot: z.string(),
    options: z.array(z.strictObject({ preferenceId: z.string(), description: z.string() })),
  }),
});

/** Makes it; the question on the shelf is the last one that was asked. */
export function createQuestionDesk({ store, clock, ids, shelf, lastAsked }: Deps): QuestionDesk {
  return {
    async read(context) {
      const { settings } = await store.settings();
      // CIPHER writes by what is nearest and knows no user's own word.
      if (!settings.learning || settings.method.kind !== 'penchant') return null;
      const [candidates, last] = await Promise.all([store.preferences(), lastAsked.read()]);
      const question = questionFor({ context, candidates }, clock, last);
      if (!question) return null;
      await lastAsked.write(clock.now());
      await shelf.write(name, { context, question });
      return question.options;
    },
    async answer(preferenceId, site) {
      const { data } = openSchema.safeParse(await shelf.read(name));
      if (!data || data.context.site !== site) throw new Fault('not-found', preferenceId);
      const { context, question } = data;
      const choice = { preferenceId, holdsFor: 'recipient' } as const;
      const changed = answered(question, choice, await store.preferences(), context, {
        clock,
        ids,
      });
      for (const preference of changed) await store.putPreference(preference);
      await shelf.remove(name);
    },
    erase: () => shelf.remove(name),
  };
}
