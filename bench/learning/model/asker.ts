import { asFault, Fault } from '../../../src/learning/fault.ts';
import type { LanguageModel, Prompt } from '../../../src/learning/ports.ts';
import type { Usage } from '../../../src/learning/types.ts';
import { addUsage, noUsage } from '../../../src/learning/usage.ts';

/** Something to ask, and how the answer is to be read. */
export interface Question<Value> {
  readonly prompt: Prompt;
  /** `null` for an answer that is of no use. */
  readonly read: (answer: string) => Value | null;
  /** Said after the same prompt when it has to be asked again: which answer is of use. */
  readonly reminder: string;
}

/** The answer, `null` where none was of use, and what both tries cost. */
export interface Answered<Value> {
  readonly value: Value | null;
  readonly usage: Usage;
}

/** Asks a model and reads its answer. Rejects with a `Fault` of the model that asking again does not help. */
export type Asker = <Value>(question: Question<Value>) => Promise<Answered<Value>>;

/**
 * Asks a second time, with a reminder, where an answer is empty, cut short or cannot be read. A model
 * that has never said anything is no model: its fault is passed on instead of counted as silence.
 */
export function createAsker(model: LanguageModel): Asker {
  let hasAnswered = false;
  return async ({ prompt, read, reminder }) => {
    const again = { ...prompt, user: `${prompt.user}\n\n${reminder}` };
    let usage = noUsage;
    let silence: Fault | null = null;
    for (const asked of [prompt, again]) {
      try {
        const answer = await model.complete(asked);
        hasAnswered = true;
        usage = addUsage(usage, answer.usage);
        const value = read(answer.text);
        if (value !== null) return { value, usage };
      } catch (thrown) {
        silence = asFault(thrown, 'bad-answer');
        if (!isSilence(thrown)) throw thrown;
      }
    }
    if (silence && !hasAnswered) throw silence;
    return { value: null, usage };
  };
}

/** An answer came, and there was nothing in it. */
function isSilence(thrown: unknown): boolean {
  return thrown instanceof Fault && (thrown.code === 'bad-answer' || thrown.code === 'cut-short');
}
