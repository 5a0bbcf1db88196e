export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** All counts together. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
