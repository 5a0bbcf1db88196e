import { vitest } from '../../scripts/test/vitest.ts';
import type { Outcome } from './row.ts';

/** Tests of `npm test` that try a promise; one trial is one test. One that is left out is a failure. */
export async function runTests(
  project: 'unit' | 'e2e',
  files: readonly string[],
): Promise<Outcome> {
  const { passed, failed, skipped } = await vitest(project, files);
  const failures = failed + skipped + (passed === 0 ? 1 : 0);
  return {
    trials: passed + failures,
    failures,
    examples: failures > 0 ? [`see above what failed of ${files.join(', ')}`] : [],
  };
}
