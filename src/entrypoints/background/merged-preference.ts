import { confidence } from '../../learning/evidence/confidence.ts';
import { withEvidence } from '../../learning/evidence/evidence.ts';
import { widened } from '../../learning/evidence/widen.ts';
import { Fault } from '../../learning/fault.ts';
import type { Preference } from '../../learning/types.ts';

/**
 * The next revision of `keep`, with the evidence of both and a reach that holds both; in words of the user's
 * own it is theirs. Throws `not-found` for a preference and itself.
 */
export function mergedPreference(
  keep: Preference,
  other: Preference,
  description: string,
  now: number,
): Preference {
  if (keep.id === other.id) throw new Fault('not-found', keep.id);
  const evidence = other.evidence.reduce(withEvidence, keep.evidence);
  const isReworded = ![keep.description, other.description].includes(description);
  const isOwn = isReworded || keep.origin === 'user' || other.origin === 'user';
  return {
    ...keep,
    description,
    evidence,
    scope: widened(keep.scope, other.scope),
    confidence: isOwn ? Math.max(keep.confidence, other.confidence) : confidence(evidence),
    origin: isOwn ? 'user' : 'learned',
    // Whoever makes one of two has looked at both.
    status: 'active',
    revision: keep.revision + 1,
    updatedAt: now,
  };
}
