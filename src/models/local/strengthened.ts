/** Part of the probability that may be chosen from; what is unlikely under the preferences stays out. */
const nucleus = 0.8;

/**
 * The next token when the preferences are to count `strength` times more than the prompt alone makes them:
 * the highest of (1 + λ)·s₊ − λ·s₋ among the likeliest tokens that together have four fifths of what s₊
 * gives. s₊ and s₋ are the scores with and without the preferences in the prompt, λ is the strength; 0 leaves
 * s₊ as it is. Linear Alignment (arXiv 2401.11458): the one-step answer in closed form, as its authors' code
 * has it.
 */
export function nextToken(
  withThem: ArrayLike<number>,
  without: ArrayLike<number>,
  strength: number,
): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (const token of likeliest(withThem)) {
    const score = strengthened(withThem[token] ?? 0, without[token] ?? 0, strength);
    if (score <= highest) continue;
    best = token;
    highest = score;
  }
  return best;
}

/** One score of it. */
export function strengthened(withThem: number, without: number, strength: number): number {
  return (1 + strength) * withThem - strength * without;
}

/** The fewest tokens that have the nucleus together, likeliest first; ties by the smaller id. */
function likeliest(scores: ArrayLike<number>): number[] {
  const order = Array.from(scores, (_, token) => token).sort(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );
  const top = scores[order[0] ?? 0] ?? 0;
  const weight = (token: number): number => Math.exp((scores[token] ?? 0) - top);
  const all = order.reduce((sum, token) => sum + weight(token), 0);
  let sum = 0;
  const end = order.findIndex((token) => {
    sum += weight(token);
    return sum >= nucleus * all;
  });
  return order.slice(0, end + 1);
}
