import { letters } from './canonical-text.ts';

/**
 * A short mark by which a text is known again without being kept: the same for the same letters,
 * however they are laid out; empty for a blank text. No secret can be read from it, none is protected.
 */
export function textPrint(text: string): string {
  const own = letters(text);
  if (own === '') return '';
  // FNV-1a twice, the second time with another start: 64 bits for a few hundred drafts.
  const once = hash(own, 0x811c9dc5).toString(36);
  const again = hash(own, 0x9747b28c).toString(36);
  return `${once}-${again}-${own.length.toString(36)}`;
}

function hash(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
