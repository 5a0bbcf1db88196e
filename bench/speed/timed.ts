import { median } from 'simple-statistics';

/**
 * Milliseconds of one call of each of these, which are called `atOnce` times in turn, so that what else the machine
 * does meets them all alike; the median of so many rounds. As many are gone through before, in which the engine
 * compiles.
 */
export function timedInTurn(rounds: number, works: readonly (() => void)[], atOnce = 1): number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < 2 * rounds; round += 1) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      for (let call = 0; call < atOnce; call += 1) work();
      if (round >= rounds) times[at]?.push((performance.now() - start) / atOnce);
    }
  }
  return times.map((all) => median(all));
}
