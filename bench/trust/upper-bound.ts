/**
 * The rate of failures that is exceeded with a probability of at most 5 % after `failures` in `trials`:
 * 3/N where nothing failed (rule of three), else the exact one-sided bound of Clopper and Pearson (1934).
 */
export function upperBound(failures: number, trials: number): number {
  if (trials === 0 || failures >= trials) return 1;
  if (failures === 0) return Math.min(1, 3 / trials);
  let [low, high] = [failures / trials, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(failures, trials, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** The probability of at most `failures` in `trials` when each fails with the probability `rate`. */
function atMost(failures: number, trials: number, rate: number): number {
  let logarithm = trials * Math.log1p(-rate);
  let sum = Math.exp(logarithm);
  for (let count = 1; count <= failures; count += 1) {
    logarithm += Math.log((trials - count + 1) / count) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logarithm);
  }
  return sum;
}
