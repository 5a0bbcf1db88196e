/**
 * The rows that can be among the `k` most similar, found from ranges: a row is let go only when `k`
 * others are certainly more similar.
 */
export interface Shortlist {
  /** What the upper end of a row's range must reach for it to matter. */
  floor(): number;
  add(row: number, lowest: number, highest: number): void;
  rows(): readonly number[];
}

interface Candidate {
  readonly row: number;
  readonly highest: number;
}

export function createShortlist(k: number): Shortlist {
  /** The `k` highest lower ends, falling. */
  const lowests: number[] = [];
  let candidates: Candidate[] = [];
  let tidyAt = 1024;
  const floor = (): number => (lowests.length < k ? -Infinity : (lowests.at(-1) ?? Infinity));
  const tidy = (): void => {
    const least = floor();
    candidates = candidates.filter(({ highest }) => highest >= least);
  };
  return {
    floor,
    add(row, lowest, highest) {
      if (highest < floor()) return;
      candidates.push({ row, highest });
      if (lowests.length < k || lowest > (lowests.at(-1) ?? Infinity)) {
        const place = lowests.findIndex((other) => lowest > other);
        lowests.splice(place === -1 ? lowests.length : place, 0, lowest);
        if (lowests.length > k) lowests.pop();
      }
      // Where each row is more similar than the one before, the list would hold them all.
      if (candidates.length < tidyAt) return;
      tidy();
      tidyAt = Math.max(1024, candidates.length * 2);
    },
    rows() {
      tidy();
      return candidates.map(({ row }) => row);
    },
  };
}
