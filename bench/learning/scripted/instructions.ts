import { describeHabit } from '../../../src/learning/habits/describe.ts';
import type { Habit } from '../../../src/learning/habits/habits.ts';
import { clauses, understand } from '../../../src/learning/habits/understand.ts';
import type { Context, Guidance } from '../../../src/learning/types.ts';
import { readUncounted } from './describe-wish.ts';
import { follow } from './eyes.ts';
import { withSentence } from './facts.ts';
import { readMail, writeOut } from './mail.ts';
import { ownWords } from './own-words.ts';
import { slotOf, type UncountedWish } from './wish.ts';

/** One thing a writer was told; of each slot there is one. */
export type Instruction =
  | { readonly kind: 'counted'; readonly slot: string; readonly habit: Habit }
  | { readonly kind: 'uncounted'; readonly slot: string; readonly wish: UncountedWish }
  /** A fact that was taken for a preference. */
  | { readonly kind: 'fact'; readonly slot: string; readonly sentence: string };

const fact = /^Mentions that (.+)$/u;

/** A fact as a model describes it that takes it for a preference. */
export const factAsPreference = (sentence: string): string =>
  `Mentions that ${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/[.!]$/u, '')}`;

/** What a description asks for, clause by clause; what nobody understands is left out. */
export function instructionsIn(text: string): Instruction[] {
  return clauses(text).flatMap((clause): Instruction[] => {
    const wish = readUncounted(clause);
    if (wish) return [{ kind: 'uncounted', slot: slotOf(wish), wish }];
    const said = fact.exec(clause)?.[1];
    if (said !== undefined) {
      const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
      return [{ kind: 'fact', slot: `fact ${said}`, sentence }];
    }
    return understand(clause).map((habit) => ({ kind: 'counted', slot: habit.kind, habit }));
  });
}

/** What a guidance asks for: its text before the preferences it was made from, the first of a slot. */
export function instructionsOf({ text, preferences }: Guidance): Instruction[] {
  const all = [text, ...preferences.map(({ description }) => description)].flatMap(instructionsIn);
  return firstOfEach(all);
}

/** The first of each slot. */
export function firstOfEach(instructions: readonly Instruction[]): Instruction[] {
  const found = new Map<string, Instruction>();
  for (const one of instructions) if (!found.has(one.slot)) found.set(one.slot, one);
  return [...found.values()];
}

/** The instructions that the built-in writer follows, as guidance for it. */
export function countedGuidance(instructions: readonly Instruction[]): Guidance | null {
  const lines = instructions.flatMap((one) =>
    one.kind === 'counted' ? describeHabit(one.habit).description : [],
  );
  return lines.length > 0 ? { text: lines.join('\n'), preferences: [] } : null;
}

/** The text after the instructions that the built-in writer knows nothing of. */
export function withUncounted(
  text: string,
  instructions: readonly Instruction[],
  context: Context,
): string {
  const wishes = instructions.flatMap((one) => (one.kind === 'uncounted' ? one.wish : []));
  const sentences = instructions.flatMap((one) => (one.kind === 'fact' ? one.sentence : []));
  if (wishes.length + sentences.length === 0) return text;
  const frame = instructions.flatMap((one) =>
    one.kind === 'counted' && (one.habit.kind === 'greeting' || one.habit.kind === 'closing')
      ? one.habit
      : [],
  );
  const mail = readMail(text, ownWords([...frame, ...wishes], context));
  const told = sentences.reduce(
    (done, sentence) => withSentence(done, { text: sentence, role: 'matter' }),
    mail,
  );
  return writeOut(follow(wishes, told, context));
}
