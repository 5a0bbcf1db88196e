import { createPromptedWriter } from '../../learning/asking/prompted-writer.ts';
import { draftPrompt } from '../../learning/asking/prompts.ts';
import type { Ids, LanguageModel, Writer } from '../../learning/ports.ts';
import { generate, type TokenModel } from './generate.ts';

/**
 * A writer over a small model on this machine. `strength` (λ, 0 or more) is how much more the preferences count
 * than the prompt alone makes them; only here, because it takes the scores of every token. Models of this size
 * are no judges of an edit, so it only drafts.
 */
export function createLocalWriter(
  id: string,
  model: TokenModel,
  strength: number,
  ids: Ids,
): Writer {
  const asked: LanguageModel = {
    id,
    complete: (prompt, options) => generate(model, prompt, null, options),
  };
  return {
    ...createPromptedWriter(asked, ids),
    describes: async () => false,
    draft: (order, options) => {
      const nonce = ids.next();
      const without = draftPrompt({ ...order, guidance: null, examples: [] }, nonce);
      const drafting: LanguageModel = {
        id,
        complete: (prompt, more) =>
          generate(model, prompt, order.guidance && { without, strength }, more),
      };
      // The same marks in both, so that only the preferences differ.
      return createPromptedWriter(drafting, { next: () => nonce }).draft(order, options);
    },
  };
}
