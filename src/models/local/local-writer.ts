import { createPromptedWriter, draftingPrompt } from '../../learning/asking/prompted-writer.ts';
import type { Ids, LanguageModel, Writer } from '../../learning/ports.ts';
import type { LocalModel } from './local-model.ts';

/**
 * A writer over a small model on this machine. `strength` is how much the preferences count, 1 for as much as
 * the prompt alone makes them; only here, because it takes the scores of every token. Models of this size are
 * no judges of an edit, so it only drafts.
 */
export function createLocalWriter(model: LocalModel, strength: number, ids: Ids): Writer {
  const { id } = model;
  const plain: LanguageModel = {
    id,
    complete: (prompt, options) => model.complete(prompt, null, options),
  };
  return {
    ...createPromptedWriter(plain, ids),
    describes: async () => false,
    draft: (order, options) => {
      if (!order.guidance || strength === 1) {
        return createPromptedWriter(plain, ids).draft(order, options);
      }
      // The same marks in both, so that only the preferences and their examples differ.
      const nonce = ids.next();
      const without = draftingPrompt({ ...order, guidance: null, examples: [] }, nonce);
      const drafting: LanguageModel = {
        id,
        complete: (prompt, more) => model.complete(prompt, { without, strength }, more),
      };
      return createPromptedWriter(drafting, { next: () => nonce }).draft(order, options);
    },
  };
}
