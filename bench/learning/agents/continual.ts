import type { Guidance } from '../../../src/learning/types.ts';
import { addUsage, noUsage } from '../../../src/learning/usage.ts';
import type { Agent, Tools } from '../types.ts';
import { aggregatePhrases, inferPhrase, wasEdited } from './phrases.ts';

const remembered = 5;

/**
 * One rolling description for every mail, made anew of the last five edits whatever they were about
 * (continual LPI of the CIPHER paper, and what products with one global prompt do).
 */
export function createContinual({ writer }: Tools): Agent {
  let phrases: readonly string[] = [];
  let guidance: Guidance | null = null;
  return {
    async draft({ context }) {
      const { text, usage } = await writer.draft({ context, guidance, examples: [] });
      return { text, usage };
    },
    async learn(round, { text: draft }, final) {
      if (!wasEdited(draft, final)) return { infer: noUsage, verify: noUsage };
      const inferred = await inferPhrase(writer, round, { draft, final, guidance });
      // The first of them decides where there is no majority, so the newest comes first.
      phrases = [inferred.phrase, ...phrases].slice(0, remembered);
      const aggregated = await aggregatePhrases(writer, phrases);
      guidance = aggregated.guidance;
      return { infer: addUsage(inferred.usage, aggregated.usage), verify: noUsage };
    },
    storeSize: () => phrases.length,
    guidance: async () => guidance?.text ?? '',
  };
}
