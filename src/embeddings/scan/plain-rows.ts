import { product } from './product.ts';
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
