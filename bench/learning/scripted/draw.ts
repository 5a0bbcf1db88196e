/**
 * A number from 0 up to 1 that depends on the parts and on nothing else: equal parts, equal number. It
 * stands for chance everywhere in the scripted world, so that every agent meets the same.
 */
export function draw(...parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  const text = parts.join('\u0000');
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  // FNV-1a alone hardly moves the high bits for texts that differ at their end.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

/** One of the items, by what the parts draw. Throws where there is none. */
export function pick<T>(items: readonly T[], ...parts: readonly (string | number)[]): T {
  const item = items[Math.floor(draw(...parts) * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** What may be drawn, each with how often it is compared with the others. */
export type Chances<T> = readonly (readonly [item: T, weight: number])[];

/** One of the items, the more often the greater its weight. Throws where no weight is above 0. */
export function pickByChance<T>(chances: Chances<T>, ...parts: readonly (string | number)[]): T {
  let left = draw(...parts) * chances.reduce((sum, [, weight]) => sum + weight, 0);
  const found = chances.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found[0];
}

/** So many of the items, each at most once, by what the parts draw; all where there are fewer. */
export function sample<T>(
  items: readonly T[],
  count: number,
  ...parts: readonly (string | number)[]
): T[] {
  const places = items.map((_, place) => ({ place, drawn: draw(...parts, place) }));
  const chosen = new Set(
    places
      .toSorted((one, other) => one.drawn - other.drawn)
      .slice(0, count)
      .map(({ place }) => place),
  );
  return items.filter((_, place) => chosen.has(place));
}

/** A whole number from `least` to `most`, by what the parts draw. */
export function between(
  [least, most]: readonly [number, number],
  ...parts: readonly (string | number)[]
): number {
  return least + Math.floor(draw(...parts) * (most - least + 1));
}
