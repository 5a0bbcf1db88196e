import { z } from './zod.ts';

const count = z.number().nonnegative();

/** What language models cost in one month. */
export const spendingSchema = z.strictObject({
  /** Such as `2026-11`, where the user is. */
  month: z.string().regex(/^\d{4,}-\d{2}$/),
  /** Drafts that were written, if only in part. */
  drafts: count,
  /** Everything that was asked, drafts among it. */
  calls: count,
  inputTokens: count,
  outputTokens: count,
  /** US dollars, as far as there were prices. */
  cost: count,
  /** Calls of which nobody said what they cost. */
  unpriced: count,
});
export type Spending = z.infer<typeof spendingSchema>;

/** The month that a time (milliseconds since 1970) lies in, where the user is, such as `2026-11`. */
export function monthOf(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** A month in which nothing was spent yet. */
export function noSpending(month: string): Spending {
  return { month, drafts: 0, calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpriced: 0 };
}
