import { Fault } from '../../../src/learning/fault.ts';
import type { LanguageModel } from '../../../src/learning/ports.ts';
import type { Usage } from '../../../src/learning/types.ts';

/** Tokens that a whole run may cost, shared by all of its models. */
export interface Budget {
  /** Tokens so far, in and out. */
  spent(): number;
  /** Throws a `Fault` (`not-allowed`) that says what to do, once the budget is used up. */
  check(): void;
  take(usage: Usage): void;
}

/** `limit`: tokens; `null` = any number, which are counted all the same. */
export function createBudget(limit: number | null): Budget {
  let spent = 0;
  return {
    spent: () => spent,
    check() {
      if (limit === null || spent < limit) return;
      throw new Fault(
        'not-allowed',
        `The budget of ${limit} tokens is spent (${spent} used). Run again with a larger --budget: ` +
          'what was answered so far is in the cache and costs nothing.',
      );
    },
    take({ inputTokens, outputTokens }) {
      spent += inputTokens + outputTokens;
    },
  };
}

/**
 * Asks only while the budget lasts, and rejects every call after that. The calls that are under way
 * when it ends are let through, so it may be passed by these.
 */
export function createBudgetedModel(model: LanguageModel, budget: Budget): LanguageModel {
  return {
    id: model.id,
    async complete(prompt, options) {
      budget.check();
      const completion = await model.complete(prompt, options);
      budget.take(completion.usage);
      return completion;
    },
  };
}
