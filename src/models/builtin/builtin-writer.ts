import { Fault } from '../../learning/fault.ts';
import { follows } from '../../learning/habits/follows.ts';
import { inferHabits } from '../../learning/habits/infer-habits.ts';
import { understand } from '../../learning/habits/understand.ts';
import { measure } from '../../learning/mail/measure.ts';
import type {
  CallOptions,
  CancelSignal,
  Completion,
  Sample,
  Writer,
} from '../../learning/ports.ts';
import type { Described, Usage } from '../../learning/types.ts';
import { aggregate } from './aggregate.ts';
import { reworked } from './rework.ts';
import { habitsOf, styleFrom } from './style.ts';
import { writeMail } from './write-mail.ts';

const usage: Usage = { calls: 0, inputTokens: 0, outputTokens: 0 };

/**
 * The writer that needs no model: it puts the user's notes into plain sentences, by the habits it
 * understands, and learns what can be counted. The same in, the same out; nothing leaves the machine.
 * `name` is the user's, for the closing; it may be empty. Rejects with `cancelled` or `empty-notes`.
 */
export function createBuiltinWriter({ name }: { readonly name: string }): Writer {
  return {
    id: 'builtin',
    async draft({ context, guidance, rework }, options = {}): Promise<Completion> {
      const isEmpty = context.notes.trim() === '' && context.incoming === null;
      if (isEmpty && !rework) throw new Fault('empty-notes');
      const habits = habitsOf(guidance);
      const text = rework
        ? reworked(context, rework, habits, name.trim())
        : writeMail(context, styleFrom(habits), name.trim());
      await stream(text, options);
      return { text, usage };
    },
    // It follows what it understands from the start, and nothing more by being asked again.
    async revise({ text }, { signal } = {}) {
      stopIf(signal);
      return { text, usage };
    },
    async aggregate(descriptions, options = {}): Promise<Completion> {
      const text = aggregate(descriptions);
      await stream(text, options);
      return { text, usage };
    },
    async verify({ descriptions, samples }, { signal } = {}) {
      stopIf(signal);
      return { scores: descriptions.map((description) => howWell(description, samples)), usage };
    },
    async infer(edit, form, { signal } = {}) {
      stopIf(signal);
      const habits = inferHabits(edit);
      return {
        preferences: form === 'phrase' ? inOnePhrase(habits) : habits,
        confirmed: [],
        contradicted: [],
        usage,
      };
    },
  };
}

/** From −2 to 2 by what can be counted; 0 for what nobody here understands. */
function howWell(description: string, samples: readonly Sample[]): number {
  const habits = understand(description);
  const votes = samples.flatMap(({ context, final }) =>
    habits.map((habit) => follows(habit, measure(final, context), context)),
  );
  const told = votes.filter((vote) => vote !== null);
  if (told.length === 0) return 0;
  return told.reduce((sum, yes) => sum + (yes ? 2 : -2), 0) / told.length;
}

/** Tells the text word by word, as a model would. */
async function stream(text: string, { signal, onText }: CallOptions): Promise<void> {
  stopIf(signal);
  for (const piece of text.match(/\s*\S+/gu) ?? []) {
    onText?.(piece);
    // Lets whoever listens stop in between.
    await Promise.resolve();
    stopIf(signal);
  }
}

function stopIf(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw new Fault('cancelled');
}

/** The habits of an edit as CIPHER keeps them: one description. */
function inOnePhrase(habits: readonly Described[]): Described[] {
  const [first] = habits;
  if (first === undefined || habits.length === 1) return [...habits];
  const all = (part: (habit: Described) => string, between: string): string =>
    habits.map(part).filter(Boolean).join(between);
  return [
    {
      facet: 'other',
      description: all(({ description }) => description, '; '),
      before: all(({ before }) => before, '\n'),
      after: all(({ after }) => after, '\n'),
    },
  ];
}
