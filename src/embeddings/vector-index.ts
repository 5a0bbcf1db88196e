import { Fault } from '../learning/fault.ts';

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

/** An empty index. All vectors lie in one buffer, row after row, so that a scan reads straight on. */
export function createVectorIndex(): VectorIndex {
  const ids: string[] = [];
  const rows = new Map<string, number>();
  let width = 0;
  let buffer = new Float32Array(0);

  const prove = (values: Float32Array): void => {
    if (width === 0 || values.length === width) return;
    throw new Fault('encoder-failed', `a vector of ${values.length} numbers among ${width}`);
  };
  const makeRoom = (count: number): void => {
    if (count * width <= buffer.length) return;
    const wider = new Float32Array(Math.max(count, ids.length * 2, 64) * width);
    wider.set(buffer);
    buffer = wider;
  };

  return {
    get size() {
      return ids.length;
    },

    put(id, values) {
      prove(values);
      width = values.length;
      const row = rows.get(id) ?? ids.length;
      makeRoom(row + 1);
      buffer.set(values, row * width);
      ids[row] = id;
      rows.set(id, row);
    },

    remove(id) {
      const row = rows.get(id);
      const moved = ids.at(-1);
      if (row === undefined || moved === undefined) return;
      // The last row fills the gap, so that the rows stay without holes.
      const last = ids.length - 1;
      buffer.copyWithin(row * width, last * width, (last + 1) * width);
      ids[row] = moved;
      rows.set(moved, row);
      rows.delete(id);
      ids.pop();
    },

    nearest(values, k) {
      prove(values);
      const best: Hit[] = [];
      for (let row = 0; row < ids.length; row += 1) {
        const similarity = dot(buffer, row * width, values);
        // Nearly every row ends here, so nothing is made for it.
        if (best.length >= k && similarity < (best.at(-1)?.similarity ?? Infinity)) continue;
        const hit = { id: ids[row] ?? '', similarity };
        const place = best.findIndex((other) => comesBefore(hit, other));
        best.splice(place === -1 ? best.length : place, 0, hit);
        if (best.length > k) best.pop();
      }
      return best;
    },

    vector(id) {
      const row = rows.get(id);
      return row === undefined ? undefined : buffer.slice(row * width, (row + 1) * width);
    },
  };
}

function comesBefore(a: Hit, b: Hit): boolean {
  return a.similarity > b.similarity || (a.similarity === b.similarity && a.id < b.id);
}

/** Four sums side by side, because one alone makes each addition wait for the last: twice as fast. */
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
