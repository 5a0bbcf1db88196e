import { guidanceOf } from '../../../src/learning/guidance.ts';
import { noUsage } from '../../../src/learning/usage.ts';
import type { Agent, Round, Tools } from '../types.ts';

/** An agent that learns nothing and writes by what it is told for each round; `null` = nothing. */
export function createTold({ writer }: Tools, wordsFor: (round: Round) => string | null): Agent {
  return {
    async draft(round) {
      const guidance = guidanceOf(wordsFor(round) ?? '', []);
      const { text, usage } = await writer.draft({
        context: round.context,
        guidance,
        examples: [],
      });
      return { text, usage };
    },
    learn: async () => ({ infer: noUsage, verify: noUsage }),
    storeSize: () => 0,
    guidance: async (round) => wordsFor(round) ?? '',
  };
}
