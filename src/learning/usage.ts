import type { Usage } from './types.ts';

/** What a step costs that asks no model. */
export const noUsage: Usage = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** Calls and tokens of two steps together. */
export function addUsage(first: Usage, second: Usage): Usage {
  return {
    calls: first.calls + second.calls,
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
  };
}
