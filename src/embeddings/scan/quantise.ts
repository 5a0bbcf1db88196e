/** A vector as signed bytes: about `bytes[i] * scale`. */
export interface Quantised {
  readonly bytes: Int8Array;
  readonly scale: number;
  /** Length of what was rounded away, never too small. */
  readonly error: number;
  /** Length of the vector itself, never too small. */
  readonly length: number;
}

/** Room for rounding in the lengths themselves. */
const generous = 1 + 1e-6;

/** Rounds each number to one of 255 steps, as wide as the largest of them needs. */
export function quantise(values: Float32Array): Quantised {
  const bytes = new Int8Array(values.length);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 127;
  let error = 0;
  let length = 0;
  for (const [at, value] of values.entries()) {
    const rounded = scale === 0 ? 0 : Math.round(value / scale);
    bytes[at] = rounded;
    error += (value - rounded * scale) ** 2;
    length += value ** 2;
  }
  return {
    bytes,
    scale,
    error: Math.sqrt(error) * generous,
    length: Math.sqrt(length) * generous,
  };
}
