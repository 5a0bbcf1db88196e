import { type ByteRows, rowsAtOnce } from './rows.ts';
import { scanModule } from './scan-module.ts';

type Scan = (
  row: number,
  count: number,
  stride: number,
  scales: number,
  least: number,
  out: number,
) => number;

const page = 65_536;
/** What the module steps by. */
const step = 32;

/**
 * Rows in the memory of a WebAssembly module with 128-bit SIMD (scan.wat). `undefined` where the
 * browser has none, or where its policy lets none run. Room that cannot be had throws a `RangeError`.
 */
export function createFastRows(width: number): ByteRows | undefined {
  const stride = Math.ceil(width / step) * step;
  const foundAt = 2 * stride;
  // Rows lie in blocks: the scales of `rowsAtOnce` of them, then these rows.
  const blocksAt = foundAt + 8 * rowsAtOnce;
  const blockBytes = (8 + stride) * rowsAtOnce;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(blocksAt / page) });
  const scan = openModule(memory);
  if (!scan) return undefined;

  let bytes = new Int8Array(memory.buffer);
  const blockOf = (row: number): number => blocksAt + Math.floor(row / rowsAtOnce) * blockBytes;
  const scaleAt = (row: number): number => blockOf(row) + 8 * (row % rowsAtOnce);
  const at = (row: number): number => blockOf(row) + 8 * rowsAtOnce + stride * (row % rowsAtOnce);
  return {
    makeRoom(count) {
      const missing = blockOf(count - 1) + blockBytes - bytes.length;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / page));
      // The buffer from before growing is gone.
      bytes = new Int8Array(memory.buffer);
    },
    set(row, values, scale) {
      bytes.set(values, at(row));
      new Float64Array(memory.buffer, scaleAt(row), 1)[0] = scale;
    },
    copy(from, to) {
      bytes.copyWithin(at(to), at(from), at(from) + stride);
      bytes.copyWithin(scaleAt(to), scaleAt(from), scaleAt(from) + 8);
    },
    scan(query, count, least, take) {
      new Int16Array(memory.buffer, 0, width).set(query);
      for (let first = 0; first < count; first += rowsAtOnce) {
        const some = Math.min(rowsAtOnce, count - first);
        const end = scan(at(first), some, stride, scaleAt(first), least(), foundAt);
        const found = new Int32Array(memory.buffer, foundAt, (end - foundAt) / 4);
        for (let pair = 0; pair < found.length; pair += 2) {
          take(first + (found[pair] ?? 0), found[pair + 1] ?? 0);
        }
      }
    },
  };
}

function openModule(memory: WebAssembly.Memory): Scan | undefined {
  try {
    const module = new WebAssembly.Module(scanModule());
    const { exports } = new WebAssembly.Instance(module, { scan: { memory } });
    const { scan } = exports;
    return typeof scan === 'function' ? (...numbers) => Number(scan(...numbers)) : undefined;
  } catch (thrown) {
    // No SIMD, or WebAssembly is switched off, as in a browser's strictest mode: plain code does it.
    if (thrown instanceof WebAssembly.CompileError || thrown instanceof WebAssembly.LinkError) {
      return undefined;
    }
    throw thrown;
  }
}
