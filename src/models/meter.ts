import type { Purpose } from './outbound.ts';

/** What one request cost. */
export interface Spent {
  readonly purpose: Purpose;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars, where the server said so; otherwise prices decide. */
  readonly charged: number | null;
}

/** Keeps the user's money together. */
export interface Meter {
  /** Rejects with `over-budget` once the month's limit is reached. */
  admit(): Promise<void>;
  /** Takes down what a request cost that was answered, if only in part. Never throws. */
  spent(spent: Spent): void;
}

/** Letters of usual prose to a token; for servers that do not count, and answers that broke off. */
const lettersPerToken = 4;

/** About how many tokens a text is. */
export function estimatedTokens(text: { readonly length: number }): number {
  return Math.ceil(text.length / lettersPerToken);
}
