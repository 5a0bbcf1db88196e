import type { Example } from '../../../src/learning/ports.ts';
import { noUsage } from '../../../src/learning/usage.ts';
import { createRankedMemory } from '../ranked-memory.ts';
import type { Agent, Round, Tools } from '../types.ts';
import { embedContext } from './embed-context.ts';

const shown = 5;

/**
 * Describes nothing: the five nearest earlier mails go into the prompt as they are, each with its
 * draft and what was sent (ICL-edit-5 of the CIPHER paper).
 */
export function createIclEdit({ writer, embedder }: Tools): Agent {
  const memory = createRankedMemory<Example>();
  const nearest = async (round: Round): Promise<readonly Example[]> =>
    memory.nearest(await embedContext(embedder, round.context), shown).map(({ item }) => item);
  return {
    async draft(round) {
      const examples = await nearest(round);
      const { text, usage } = await writer.draft({
        context: round.context,
        guidance: null,
        examples,
      });
      return { text, usage };
    },
    async learn({ context }, { text: draft }, final) {
      memory.add(await embedContext(embedder, context), { context, draft, final });
      return { infer: noUsage, verify: noUsage };
    },
    storeSize: () => memory.size,
    guidance: async (round) =>
      (await nearest(round)).map(({ final }) => `A mail they sent earlier:\n${final}`).join('\n\n'),
  };
}
