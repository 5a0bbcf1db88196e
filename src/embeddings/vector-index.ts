import { Fault } from '../learning/fault.ts';
import { createFastRows } from './scan/fast-rows.ts';
import { createPlainRows } from './scan/plain-rows.ts';
import { product } from './scan/product.ts';
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
  /** Puts many in at once, without copying: they must not be changed afterwards. All are in, or none. */
  takeAll(vectors: ReadonlyMap<string, Float32Array>): void;
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
 * nearest is compared again in full, so what is found is what a full scan finds. The bytes lie in one
 * buffer, row after row.
 */
export function createVectorIndex(open: (width: number) => ByteRows = openRows): VectorIndex {
  const ids: string[] = [];
  const rowOf = new Map<string, number>();
  let width = 0;
  let rows: ByteRows | undefined;
  const full: Float32Array[] = [];
  let scales = new Float64Array(0);
  let errors = new Float64Array(0);
  let lengths = new Float64Array(0);
  let largestError = 0;
  let largestLength = 0;

  const prove = (values: Float32Array, among = width): void => {
    if (among === 0 || values.length === among) return;
    throw new Fault('encoder-failed', `a vector of ${values.length} numbers among ${among}`);
  };
  const makeRoom = (count: number): ByteRows => {
    rows ??= open(width);
    if (count <= scales.length) return rows;
    const room = Math.max(count, ids.length * 2, 64);
    rows.makeRoom(room);
    scales = widened(scales, new Float64Array(room));
    errors = widened(errors, new Float64Array(room));
    lengths = widened(lengths, new Float64Array(room));
    return rows;
  };

  const similarityOf = (row: number, values: Float32Array): number => {
    const stored = full[row];
    return stored ? product(stored, 0, values) : Number.NaN;
  };
  /** Takes the array itself. */
  const put = (id: string, values: Float32Array): void => {
    const row = rowOf.get(id) ?? ids.length;
    const { bytes, scale, error, length } = quantise(values);
    makeRoom(row + 1).set(row, bytes, scale);
    full[row] = values;
    scales[row] = scale;
    errors[row] = error;
    lengths[row] = length;
    largestError = Math.max(largestError, error);
    largestLength = Math.max(largestLength, length);
    ids[row] = id;
    rowOf.set(id, row);
  };

  return {
    get size() {
      return ids.length;
    },

    put(id, values) {
      prove(values);
      width = values.length;
      put(id, values.slice());
    },

    takeAll(vectors) {
      const [first] = vectors.values();
      if (!first) return;
      const wide = width || first.length;
      for (const values of vectors.values()) prove(values, wide);
      width = wide;
      makeRoom(ids.length + vectors.size);
      for (const [id, values] of vectors) put(id, values);
    },

    remove(id) {
      const row = rowOf.get(id);
      const moved = ids.at(-1);
      const values = full.at(-1);
      if (row === undefined || moved === undefined || !values) return;
      // The last row fills the gap, so that the rows stay without holes.
      const last = ids.length - 1;
      rows?.copy(last, row);
      full[row] = values;
      for (const numbers of [scales, errors, lengths]) numbers.copyWithin(row, last, last + 1);
      ids[row] = moved;
      rowOf.set(moved, row);
      rowOf.delete(id);
      ids.pop();
      full.pop();
    },

    nearest(values, k) {
      prove(values);
      const query = quantise(values);
      const roundedLength = query.length + query.error;
      const offBy = (error: number, length: number): number =>
        roundedLength * error + query.error * length + tiny * roundedLength * (length + error);
      const farthestOff = offBy(largestError, largestLength);
      const shortlist = createShortlist(k);
      const least = (): number => (shortlist.floor() - farthestOff) / query.scale;
      rows?.scan(query.bytes, ids.length, least, (row, found) => {
        const about = found * query.scale * (scales[row] ?? 0);
        const off = offBy(errors[row] ?? 0, lengths[row] ?? 0);
        shortlist.add(row, about - off, about + off);
      });
      return shortlist
        .rows()
        .map((row): Hit => ({ id: ids[row] ?? '', similarity: similarityOf(row, values) }))
        .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
        .slice(0, k);
    },

    vector(id) {
      const row = rowOf.get(id);
      return row === undefined ? undefined : full[row]?.slice();
    },
  };
}

function widened<Numbers extends Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
