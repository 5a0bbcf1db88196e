import { type ByteRows, rowsAtOnce } from './rows.ts';
import { scanModule } from './scan-module.ts';

type Dots = (row: number, count: number, stride: number, out: number) => void;

const page = 65_536;
/** What the module steps by. */
const step = 32;

/**
 * Rows in the memory of a WebAssembly module with 128-bit SIMD (scan.wat). `undefined` where the
 * browser has none, or where its policy lets none run. Room that cannot be had throws a `RangeError`.
 */
export function createFastRows(width: number): ByteRows | undefined {
  const stride = Math.ceil(width / step) * step;
  const productsAt = 2 * stride;
  const rowsAt = productsAt + 4 * rowsAtOnce;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(rowsAt / page) });
  const dots = openModule(memory);
  if (!dots) return undefined;

  let bytes = new Int8Array(memory.buffer);
  const at = (row: number): number => rowsAt + row * stride;
  return {
    makeRoom(count) {
      const missing = at(count) - bytes.length;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / page));
      // The buffer from before growing is gone.
      bytes = new Int8Array(memory.buffer);
    },
    set: (row, values) => bytes.set(values, at(row)),
    copy: (from, to) => void bytes.copyWithin(at(to), at(from), at(from + 1)),
    multiply(query, count, take) {
      new Int16Array(memory.buffer, 0, width).set(query);
      for (let first = 0; first < count; first += rowsAtOnce) {
        const some = Math.min(rowsAtOnce, count - first);
        dots(at(first), some, stride, productsAt);
        take(new Int32Array(memory.buffer, productsAt, some), first);
      }
    },
  };
}

function openModule(memory: WebAssembly.Memory): Dots | undefined {
  try {
    const module = new WebAssembly.Module(scanModule());
    const { exports } = new WebAssembly.Instance(module, { scan: { memory } });
    const { dots } = exports;
    if (typeof dots !== 'function') return undefined;
    return (...numbers) => void dots(...numbers);
  } catch (thrown) {
    // No SIMD, or WebAssembly is switched off, as in a browser's strictest mode: plain code does it.
    if (thrown instanceof WebAssembly.CompileError || thrown instanceof WebAssembly.LinkError) {
      return undefined;
    }
    throw thrown;
  }
}
