import { product } from './product.ts';
import { type ByteRows, rowsAtOnce } from './rows.ts';

/** Rows in plain code, where there is no WebAssembly with SIMD. Finds the same as `createFastRows`. */
export function createPlainRows(width: number): ByteRows {
  let buffer = new Int8Array(0);
  let scales = new Float64Array(0);
  return {
    makeRoom(count) {
      if (count <= scales.length) return;
      const [wider, more] = [new Int8Array(count * width), new Float64Array(count)];
      wider.set(buffer);
      more.set(scales);
      [buffer, scales] = [wider, more];
    },
    set(row, bytes, scale) {
      buffer.set(bytes, row * width);
      scales[row] = scale;
    },
    copy(from, to) {
      buffer.copyWithin(to * width, from * width, (from + 1) * width);
      scales.copyWithin(to, from, from + 1);
    },
    scan(query, count, least, take) {
      for (let first = 0; first < count; first += rowsAtOnce) {
        const last = Math.min(first + rowsAtOnce, count);
        const wanted = least();
        for (let row = first; row < last; row += 1) {
          const found = product(buffer, row * width, query);
          if (!(found * (scales[row] ?? 0) < wanted)) take(row, found);
        }
      }
    },
  };
}
