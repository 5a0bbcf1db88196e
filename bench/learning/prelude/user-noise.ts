import { editCost } from '../../../src/learning/edits/edit-cost.ts';
import type { UserNoise } from '../types.ts';

/** A text that a user made their own, and what they make of it when they are shown it again. */
export interface OwnText {
  readonly final: string;
  again(): Promise<string>;
}

/**
 * The noise floor of a simulated user: how often and how much they edit what they themselves made of
 * a draft. `null` where there is no such text.
 */
export async function userNoise(texts: readonly OwnText[]): Promise<UserNoise | null> {
  if (texts.length === 0) return null;
  const costs = await Promise.all(
    texts.map(async ({ final, again }) => editCost(final, await again())),
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / texts.length;
  return {
    texts: texts.length,
    edited: mean(costs.map(({ words }) => (words > 0 ? 1 : 0))),
    cost: {
      words: mean(costs.map(({ words }) => words)),
      normalised: mean(costs.map(({ normalised }) => normalised)),
    },
  };
}
