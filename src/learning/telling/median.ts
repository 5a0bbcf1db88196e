/** The middle of some numbers, the mean of the two middle ones where there is no middle; `NaN` for none. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/**
 * The number below which this share of them lies, between two of them in proportion (R's type 7); `NaN` for
 * none.
 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place - Math.floor(place));
}
