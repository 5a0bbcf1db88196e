import { type AbilityBook, formats, optionalFields } from '../../models/abilities.ts';
import { z } from '../../protocol/zod.ts';
import type { Shelf } from './outbound-log.ts';

const name = 'abilities';
/** Servers and models; nobody uses more between two starts of a browser. */
const most = 50;

const bookSchema = z.record(
  z.string(),
  z.object({
    without: z.array(z.enum(optionalFields)),
    format: z.enum(formats),
    unreadable: z.number().int().nonnegative(),
  }),
);

/**
 * What servers were found to take, kept on the shelf: it outlives the worker and ends with the browser, so
 * that a server that was updated is asked anew now and then. Where nothing can be kept they are asked again.
 */
export function createStoredAbilities(shelf: Shelf): AbilityBook & { erase(): Promise<void> } {
  const read = async () => {
    const { data } = bookSchema.safeParse(await shelf.read(name).catch(() => null));
    return data ?? {};
  };
  return {
    read: async (page) => {
      const book = await read();
      return Object.hasOwn(book, page) ? (book[page] ?? null) : null;
    },
    write: async (page, abilities) => {
      const others = Object.entries(await read()).filter(([other]) => other !== page);
      const book = Object.fromEntries([...others.slice(1 - most), [page, abilities]]);
      await shelf
        .write(name, book)
        .catch((thrown: unknown) => console.warn('A server will be asked again.', thrown));
    },
    erase: () => shelf.remove(name),
  };
}
