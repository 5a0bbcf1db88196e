import { median } from 'simple-statistics';

/**
 * Milliseconds of each of these in turn, so that what else the machine does meets them all alike; the median of so
 * many rounds. As many are gone through before, in which the engine compiles.
 */
export function timedInTurn(rounds: number, works: readonly (() => void)[]): number[] {
  for (let round = 0; round < rounds; round += 1) for (const work of works) work();
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      work();
      times[at]?.push(performance.now() - start);
    }
  }
  return times.map((all) => median(all));
}
