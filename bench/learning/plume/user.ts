import { parseScores } from '../../../src/learning/asking/parse-answer.ts';
import { type Answered, type Asker, createAsker } from '../model/asker.ts';
import type { Models } from '../model/options.ts';
import { readText } from '../model/read-text.ts';
import type { Round, SimulatedUser } from '../types.ts';
import { componentPrompt, ownTextPrompt } from './prompts.ts';

/** How a user of PLUME is made: who they are, what they write, and by which wishes. */
export interface PlumeUser {
  readonly name: string;
  readonly rounds: readonly Round[];
  readonly heldOut: readonly Round[];
  readonly components: readonly string[];
}

/**
 * A user who writes from scratch: what they send is their own text, whatever the draft, and is made
 * once a round. Where the model gives no usable answer the draft counts as sent, which `note` is told.
 */
export function createPlumeUser(
  { components, ...user }: PlumeUser,
  { userModel, judgeModel }: Pick<Models, 'userModel' | 'judgeModel'>,
  note: (sentence: string) => void,
): SimulatedUser {
  const ask = createAsker(userModel);
  const judge = createAsker(judgeModel);
  const written = new Map<string, Promise<Answered<string>>>();

  function ownText({ id, context }: Round): Promise<Answered<string>> {
    const known = written.get(id);
    if (known) return known;
    const made = writeOwn(ask, { id, context }, components, note).catch((fault: unknown) => {
      // The next agent may be luckier.
      written.delete(id);
      throw fault;
    });
    written.set(id, made);
    return made;
  }

  return {
    ...user,
    async edit(draft, round) {
      const { value, usage } = await ownText(round);
      return { final: value ?? draft, usage };
    },
    async component(draft) {
      const { value } = await judge({
        prompt: componentPrompt(draft, components),
        read: (answer) => readScores(answer, components.length),
        reminder: `Answer with {"scores": […]} and exactly ${components.length} numbers.`,
      });
      return value && value.reduce((sum, score) => sum + score, 0) / value.length;
    },
  };
}

async function writeOwn(
  ask: Asker,
  { id, context }: Pick<Round, 'id' | 'context'>,
  components: readonly string[],
  note: (sentence: string) => void,
): Promise<Answered<string>> {
  const answered = await ask({
    prompt: ownTextPrompt(context, components),
    read: readText,
    reminder: 'Answer with the whole text and with nothing else.',
  });
  if (answered.value === null) {
    note(`The user wrote no usable text in round ${id}; the draft counts as sent.`);
  }
  return answered;
}

function readScores(answer: string, count: number): number[] | null {
  try {
    return parseScores(answer, count);
  } catch {
    // No list of scores in it: asked again.
    return null;
  }
}
