import { assemble } from '../../../scripts/scan/assemble.ts';

const page = 65_536;

/** A function that reads so many bytes of memory once, as fast as one thread can. */
export async function openStream(bytes: number): Promise<() => void> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
  // Pages that were never written are all the same one, and lie in the cache.
  new Uint8Array(memory.buffer).fill(1);
  const module = new WebAssembly.Module(
    Uint8Array.from(await assemble('bench/speed/search/stream.wat')),
  );
  const { stream } = new WebAssembly.Instance(module, { scan: { memory } }).exports;
  if (typeof stream !== 'function') throw new Error('stream.wat exports no function.');
  return () => void stream(0, bytes);
}
