import { createVault } from '../../src/models/redact/vault.ts';
import { piiSamples, type Sample } from './pii.ts';
import { recallOf } from './pii-recall.ts';
import type { Outcome } from './row.ts';

/** What is promised; the other kinds are hidden too, as `docs/privacy.md` counts. */
const promised: readonly Sample['kind'][] = ['email', 'card', 'iban', 'link', 'phone'];

/** T9: identifiers are masked whole; one trial is one made sentence with one of them, `each` a kind. */
export async function tryHidden(each: number, seed: number): Promise<Outcome> {
  const samples = piiSamples(seed, each).filter(({ kind }) => promised.includes(kind));
  const recall = [...recallOf(samples, (text) => createVault().mask(text)).values()];
  const failures = recall.reduce((sum, { hidden, of }) => sum + of - hidden, 0);
  return { trials: samples.length, failures, examples: recall.flatMap(({ missed }) => missed) };
}
