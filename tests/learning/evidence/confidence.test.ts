import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidence } from '../../../src/learning/evidence/confidence.ts';
import { maxEvidence, withEvidence } from '../../../src/learning/evidence/evidence.ts';
import type { Evidence } from '../../../src/learning/types.ts';
import { evidence } from '../world.ts';

const says = fc.constantFrom<Evidence['says']>('supports', 'confirms', 'contradicts');
const some = fc
  .array(fc.record({ says, at: fc.integer({ min: 0, max: 1_000 }) }), { maxLength: 120 })
  .map((all) => all.map((one, index) => evidence(`e${index}`, one)));

test('lies between 0 and 1, rises with support and falls with contradiction', () => {
  fc.assert(
    fc.property(some, (all) => {
      const now = confidence(all);
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThan(1);
      expect(confidence([...all, evidence('x')])).toBeGreaterThan(now);
      expect(confidence([...all, evidence('x', { says: 'confirms' })])).toBeGreaterThan(now);
      expect(confidence([...all, evidence('x', { says: 'contradicts' })])).toBeLessThanOrEqual(now);
    }),
  );
});

test('an edit says more than a mail that was sent as it was', () => {
  expect(confidence([evidence('a')])).toBe(0.5);
  expect(confidence([evidence('a', { says: 'confirms' })])).toBe(0.2);
});

test('evidence stays in order, bounded, and never holds the same word of an episode twice', () => {
  fc.assert(
    fc.property(some, (all) => {
      const kept = all.reduce(withEvidence, []);
      expect(kept.length).toBe(Math.min(all.length, maxEvidence));
      expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((a, b) => a - b));
      const [first] = kept;
      if (first) expect(withEvidence(kept, first)).toBe(kept);
    }),
  );
});

test('mails sent as they were never push out an edit', () => {
  const edit = evidence('edit', { at: 0 });
  const confirmations = Array.from({ length: 100 }, (_, index) =>
    evidence(`c${index}`, { at: index + 1, says: 'confirms' }),
  );
  expect(confirmations.reduce(withEvidence, [edit])).toContain(edit);
});
