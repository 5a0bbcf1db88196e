/** Part of the probability that may be chosen from; what is unlikely under the preferences stays out. */
const nucleus = 0.8;
/** Scores this far below the highest are left aside at first: a token has e⁻¹² of its probability there. */
const far = 12;

/**
 * The next token when the preferences count `strength` times as much as the prompt alone makes them: the
 * highest of s₋ + λ·(s₊ − s₋), where s₊ and s₋ are the scores with and without the preferences in the prompt
 * and λ is the strength. 0 writes as if there were none, 1 as the prompt does. Above 1 that goes beyond both,
 * so only the likeliest tokens are chosen from that together have four fifths of what s₊ gives. Linear
 * Alignment (arXiv 2401.11458): its one step in closed form.
 */
export function nextToken(
  withThem: ArrayLike<number>,
  without: ArrayLike<number>,
  strength: number,
): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  const look = (token: number): void => {
    const score = strengthened(withThem[token] ?? 0, without[token] ?? 0, strength);
    if (score <= highest) return;
    best = token;
    highest = score;
  };
  if (strength > 1) for (const token of likeliest(withThem)) look(token);
  else for (let token = 0; token < withThem.length; token += 1) look(token);
  return best;
}

/** One score of it. */
export function strengthened(withThem: number, without: number, strength: number): number {
  return without + strength * (withThem - without);
}

/** The fewest tokens that have the nucleus together, likeliest first; ties by the smaller id. */
function likeliest(scores: ArrayLike<number>): number[] {
  const top = highestOf(scores);
  const weight = (token: number): number => Math.exp((scores[token] ?? 0) - top);
  let all = 0;
  const near: number[] = [];
  // A vocabulary has 150,000 tokens, too many to sort them all for each word.
  for (let token = 0; token < scores.length; token += 1) {
    all += weight(token);
    if ((scores[token] ?? 0) > top - far) near.push(token);
  }
  const fromNear = fewest(near, scores, weight, all);
  return fromNear ?? fewest([...Array(scores.length).keys()], scores, weight, all) ?? near;
}

function fewest(
  tokens: number[],
  scores: ArrayLike<number>,
  weight: (token: number) => number,
  all: number,
): number[] | null {
  tokens.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  let sum = 0;
  const end = tokens.findIndex((token) => {
    sum += weight(token);
    return sum >= nucleus * all;
  });
  return end === -1 ? null : tokens.slice(0, end + 1);
}

function highestOf(scores: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < scores.length; token += 1) top = Math.max(top, scores[token] ?? top);
  return top;
}
