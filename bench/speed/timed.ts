import { median } from 'simple-statistics';

/** Milliseconds of each of these in turn, so that what else the machine does meets them all alike. */
export function timedInTurn(rounds: number, works: readonly (() => void)[]): number[] {
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
