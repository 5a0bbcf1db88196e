/**
 * A number from 0 to 2³² that every letter of `text` has a part in (FNV-1a over UTF-16 units): the same for
 * the same text and `start`. Its low bits follow the last letter closely; it protects no secret.
 */
export function fnv(text: string, start = 0x811c9dc5): number {
  let value = start;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
