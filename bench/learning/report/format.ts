import type { Interval } from '../figures/bootstrap.ts';

const absent = '–';

/** A number with so many digits after the point; a dash for none. */
export function number(value: number | null, digits = 0): string {
  return value === null ? absent : value.toFixed(digits);
}

/** A share as per cent, `0.421` as `42.1 %`. */
export function percent(share: number | null, digits = 1): string {
  return share === null ? absent : `${(share * 100).toFixed(digits)} %`;
}

/** A share and its interval: `91 % [88, 93]`. */
export function percentInterval(interval: Interval | null): string {
  if (interval === null) return absent;
  const { mean, low, high } = interval;
  return `${percent(mean, 0)} [${(low * 100).toFixed(0)}, ${(high * 100).toFixed(0)}]`;
}
