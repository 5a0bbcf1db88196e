import type { Beside } from '../../src/store/beside.ts';

/** A shelf and a key file in memory, with what they hold for those who want to look or do damage. */
export interface MemoryBeside extends Beside {
  readonly values: Map<string, unknown>;
  file: string | null;
}

export function memoryBeside(): MemoryBeside {
  const values = new Map<string, unknown>();
  const beside: MemoryBeside = {
    values,
    file: null,
    elsewhere: async () => null,
    shelf: {
      read: async (names) =>
        structuredClone(
          Object.fromEntries([...values].filter(([name]) => names?.includes(name) ?? true)),
        ),
      write: async (given) => {
        // As the browser does it: what is kept is what JSON can say.
        for (const [name, value] of Object.entries(given)) {
          values.set(name, JSON.parse(JSON.stringify(value)));
        }
      },
      remove: async (names) => {
        for (const name of names) values.delete(name);
      },
      clear: async () => values.clear(),
    },
    keyFile: {
      read: async () => beside.file,
      write: async (text) => {
        beside.file = text;
      },
      remove: async () => {
        beside.file = null;
      },
    },
  };
  return beside;
}
