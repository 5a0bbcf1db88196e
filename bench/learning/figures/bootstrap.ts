/** A figure and the interval that 95 of 100 resamples fall into. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const resamples = 2_000;

/**
 * The figure of all rows together and its bootstrap interval: rows are drawn again with replacement,
 * 2,000 times, and what stands in one row stays together, so that agents in it are compared on the
 * same users and seeds. The same rows give the same interval. `null` where the figure cannot be told.
 */
export function bootstrap<Row>(
  rows: readonly Row[],
  figure: (rows: readonly Row[]) => number,
): Interval | null {
  const mean = figure(rows);
  if (rows.length === 0 || !Number.isFinite(mean)) return null;
  const draw = createDraws(rows.length);
  const figures = Array.from({ length: resamples }, () => figure(rows.map(() => pick(rows, draw))))
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  return { mean, low: quantile(figures, 0.025) ?? mean, high: quantile(figures, 0.975) ?? mean };
}

const pick = <Row>(rows: readonly Row[], draw: () => number): Row => {
  const row = rows[Math.floor(draw() * rows.length)];
  if (row === undefined) throw new Error('Nothing to draw from.');
  return row;
};

/** The value below which this share of the sorted numbers lies, between two of them if need be. */
function quantile(sorted: readonly number[], share: number): number | undefined {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}

/** Numbers from 0 to below 1, the same ones for the same seed: a counter through murmur3's finaliser. */
function createDraws(seed: number): () => number {
  let count = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    count = (count + 0x9e3779b9) | 0;
    let mixed = Math.imul(count ^ (count >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
