/** The sum of a number of each; 0 for none. */
export function sumOf<Item>(items: readonly Item[], number: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + number(item), 0);
}

/** Part of whole; `null` where there is no whole. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The mean of those that are known; `null` for none. */
export function meanOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return ratio(
    sumOf(known, (number) => number),
    known.length,
  );
}
