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
