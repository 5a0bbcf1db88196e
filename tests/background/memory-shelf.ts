import type { Shelf } from '../../src/entrypoints/background/outbound-log.ts';

/** A shelf in memory, whose values are copies as those of the browser are. */
export function memoryShelf(): Shelf & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    read: async (name) => structuredClone(values.get(name)),
    write: async (name, value) => void values.set(name, structuredClone(value)),
    remove: async (name) => void values.delete(name),
  };
}
