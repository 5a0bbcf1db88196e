import type { LanguageModel } from '../../../src/learning/ports.ts';

/**
 * Counts the tokens itself (o200k) where the server does not say how many there were, so that no
 * figure and no budget rests on zero.
 */
export function createCountedModel(model: LanguageModel): LanguageModel {
  return {
    id: model.id,
    async complete(prompt, options) {
      const { text, usage } = await model.complete(prompt, options);
      if (usage.inputTokens + usage.outputTokens > 0) return { text, usage };
      // Its tables are large and most servers count for themselves.
      const { countTokens } = await import('gpt-tokenizer');
      return {
        text,
        usage: {
          calls: usage.calls,
          inputTokens: countTokens(`${prompt.system}\n${prompt.user}`),
          outputTokens: countTokens(text),
        },
      };
    },
  };
}
