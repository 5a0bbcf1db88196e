import type { Evidence } from '../types.ts';

/** A mail that was sent unedited says less than an edit: perhaps nobody looked. */
const weights = { supports: 1, confirms: 0.25, contradicts: 1 } as const;

/**
 * How sure we are of a learned preference, from its evidence: s / (s + c + 1), where s is the weight
 * of what supports and confirms it and c of what contradicts it. So one edit gives 1/2, two 2/3, nine
 * 9/10; without evidence it is 0, and it never reaches 1 (the user's own word does).
 */
export function confidence(evidence: readonly Evidence[]): number {
  let support = 0;
  let against = 0;
  for (const { says } of evidence) {
    if (says === 'contradicts') against += weights[says];
    else if (says !== 'differs') support += weights[says];
  }
  return support / (support + against + 1);
}
