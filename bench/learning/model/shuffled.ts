import { createHash } from 'node:crypto';

/** The items in an order drawn from the seed: the same for the same seed and ids, wherever they stood. */
export function shuffled<Item extends { readonly id: string }>(
  items: readonly Item[],
  seed: number,
): Item[] {
  const drawn = (id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return items
    .map((item) => ({ item, place: drawn(item.id) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ item }) => item);
}
