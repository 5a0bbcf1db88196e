import { Fault } from '../learning/fault.ts';
import { createFastRows } from './scan/fast-rows.ts';
import { createPlainRows } from './scan/plain-rows.ts';
import { quantise } from './scan/quantise.ts';
import type { ByteRows } from './scan/rows.ts';
import { createShortlist } from './scan/shortlist.ts';

/** One found vector; `similarity` is the cosine, -1 to 1. */
export interface Hit {
  readonly id: string;
  readonly similarity: number;
}

/**
 * Exact nearest neighbours over L2-normalised vectors. The first vector decides how many numbers each
 * has; one of another length is refused with `encoder-failed`.
 */
export interface VectorIndex {
  readonly size: number;
  /** Copies the vector; one that stood under this id is replaced. */
  put(id: string, values: Float32Array): void;
  remove(id: string): void;
  /** At most `k` vectors, nearest first; equally near ones by id. */
  nearest(values: Float32Array, k: number): readonly Hit[];
  /** A copy; `undefined` where there is no vector of this id. */
  vector(id: string): Float32Array | undefined;
}

/** The fastest rows this browser has. */
const openRows = (width: number): ByteRows => createFastRows(width) ?? createPlainRows(width);

/** How far the products of rounded vectors can be off by rounding of their own. */
const tiny = 1e-6;

/**
 * An empty index. Vectors are scanned as bytes, a quarter of the memory to read. The rounded lengths
 * say how far such a product can be off (Cauchy-Schwarz), and every row that could be among the
 * nearest is compared again in full, so what is found is what a full scan finds. All vectors lie in
 * one buffer, row after row.
 */
export function createVectorIndex(open: (width: number) => ByteRows = openRows): VectorIndex {
  const ids: string[] = [];
  const rowOf = new Map<string, number>();
  let width = 0;
  let rows: ByteRows | undefined;
  let full = new Float32Array(0);
  let scales = new Float64Array(0);
  let errors = new Float64Array(0);
  let lengths = new Float64Array(0);
  let largestError = 0;
  let largestLength = 0;

  const prove = (values: Float32Array): void => {
    if (width === 0 || values.length === width) return;
    throw new Fault('encoder-failed', `a vector of ${values.length} numbers among ${width}`);
  };
  const makeRoom = (count: number): ByteRows => {
    rows ??= open(width);
    if (count <= scales.length) return rows;
    const room = Math.max(count, ids.length * 2, 64);
    rows.makeRoom(room);
    full = widened(full, new Float32Array(room * width));
    scales = widened(scales, new Float64Array(room));
    errors = widened(errors, new Float64Array(room));
    lengths = widened(lengths, new Float64Array(room));
    return rows;
  };

  return {
    get size() {
      return ids.length;
    },

    put(id, values) {
      prove(values);
      width = values.length;
      const row = rowOf.get(id) ?? ids.length;
      const { bytes, scale, error, length } = quantise(values);
      makeRoom(row + 1).set(row, bytes);
      full.set(values, row * width);
      scales[row] = scale;
      errors[row] = error;
      lengths[row] = length;
      largestError = Math.max(largestError, error);
      largestLength = Math.max(largestLength, length);
      ids[row] = id;
      rowOf.set(id, row);
    },

    remove(id) {
      const row = rowOf.get(id);
      const moved = ids.at(-1);
      if (row === undefined || moved === undefined) return;
      // The last row fills the gap, so that the rows stay without holes.
      const last = ids.length - 1;
      rows?.copy(last, row);
      full.copyWithin(row * width, last * width, (last + 1) * width);
      for (const numbers of [scales, errors, lengths]) numbers.copyWithin(row, last, last + 1);
      ids[row] = moved;
      rowOf.set(moved, row);
      rowOf.delete(id);
      ids.pop();
    },

    nearest(values, k) {
      prove(values);
      const query = quantise(values);
      const roundedLength = query.length + query.error;
      const offBy = (error: number, length: number): number =>
        roundedLength * error + query.error * length + tiny * roundedLength * (length + error);
      const farthestOff = offBy(largestError, largestLength);
      const shortlist = createShortlist(k);
      let least = -Infinity;
      rows?.multiply(query.bytes, ids.length, (products, first) => {
        for (let at = 0; at < products.length; at += 1) {
          const about = (products[at] ?? 0) * query.scale * (scales[first + at] ?? 0);
          // Nearly every row ends here.
          if (about < least) continue;
          const off = offBy(errors[first + at] ?? 0, lengths[first + at] ?? 0);
          shortlist.add(first + at, about - off, about + off);
          least = shortlist.floor() - farthestOff;
        }
      });
      return shortlist
        .rows()
        .map((row): Hit => ({ id: ids[row] ?? '', similarity: dot(full, row * width, values) }))
        .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
        .slice(0, k);
    },

    vector(id) {
      const row = rowOf.get(id);
      return row === undefined ? undefined : full.slice(row * width, (row + 1) * width);
    },
  };
}

function widened<T extends Float32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** In 64 bits, four sums side by side. */
function dot(buffer: Float32Array, start: number, values: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (const fours = values.length - 3; at < fours; at += 4) {
    a += (buffer[start + at] ?? 0) * (values[at] ?? 0);
    b += (buffer[start + at + 1] ?? 0) * (values[at + 1] ?? 0);
    c += (buffer[start + at + 2] ?? 0) * (values[at + 2] ?? 0);
    d += (buffer[start + at + 3] ?? 0) * (values[at + 3] ?? 0);
  }
  for (; at < values.length; at += 1) a += (buffer[start + at] ?? 0) * (values[at] ?? 0);
  return a + b + c + d;
}
