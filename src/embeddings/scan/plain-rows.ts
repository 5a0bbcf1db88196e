import { type ByteRows, rowsAtOnce } from './rows.ts';

/** Rows in plain code, where there is no WebAssembly with SIMD. Same products as `createFastRows`. */
export function createPlainRows(width: number): ByteRows {
  const products = new Int32Array(rowsAtOnce);
  let buffer = new Int8Array(0);
  return {
    makeRoom(count) {
      if (count * width <= buffer.length) return;
      const wider = new Int8Array(count * width);
      wider.set(buffer);
      buffer = wider;
    },
    set: (row, bytes) => buffer.set(bytes, row * width),
    copy: (from, to) => void buffer.copyWithin(to * width, from * width, (from + 1) * width),
    multiply(query, count, take) {
      for (let first = 0; first < count; first += rowsAtOnce) {
        const last = Math.min(first + rowsAtOnce, count);
        for (let row = first; row < last; row += 1) {
          products[row - first] = product(buffer, row * width, query);
        }
        take(products.subarray(0, last - first), first);
      }
    },
  };
}

/** Four sums side by side, because one alone makes each addition wait for the last: twice as fast. */
function product(buffer: Int8Array, start: number, query: Int8Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (const fours = query.length - 3; at < fours; at += 4) {
    a += (buffer[start + at] ?? 0) * (query[at] ?? 0);
    b += (buffer[start + at + 1] ?? 0) * (query[at + 1] ?? 0);
    c += (buffer[start + at + 2] ?? 0) * (query[at + 2] ?? 0);
    d += (buffer[start + at + 3] ?? 0) * (query[at + 3] ?? 0);
  }
  for (; at < query.length; at += 1) a += (buffer[start + at] ?? 0) * (query[at] ?? 0);
  return a + b + c + d;
}
