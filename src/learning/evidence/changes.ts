import type { Preference } from '../types.ts';
import { confidence } from './confidence.ts';

/**
 * The new and the changed preferences, ready to be stored: confidence from their evidence, revision 0
 * for a new one and one more for a changed one. What is the same object as before is unchanged.
 */
export function changes(
  before: readonly Preference[],
  after: readonly Preference[],
  now: number,
): Preference[] {
  const known = new Map(before.map((preference) => [preference.id, preference]));
  return after
    .filter((preference) => known.get(preference.id) !== preference)
    .map((preference) => {
      const old = known.get(preference.id);
      return {
        ...preference,
        confidence: confidence(preference.evidence),
        revision: old ? old.revision + 1 : 0,
        createdAt: old ? old.createdAt : now,
        updatedAt: now,
      };
    });
}
