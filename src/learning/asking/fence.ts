/**
 * Puts text that others may have written between two lines that it does not contain itself, so that
 * it cannot pretend to have ended. The mark comes from a hash of the text: without randomness, and
 * different from call to call.
 */
export function fence(label: string, text: string): string {
  let mark = '';
  for (let salt = 0; mark === '' || text.includes(mark); salt++) mark = hash(`${salt} ${text}`);
  return `<<<${label} ${mark}\n${text}\n${mark} end of ${label}>>>`;
}

/** FNV-1a over UTF-16 units, as 8 hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
