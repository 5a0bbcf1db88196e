import { fnv } from '../learning/mail/fnv.ts';
import { letters } from './canonical-text.ts';

/**
 * A short mark by which a text is known again without being kept: the same for the same letters,
 * however they are laid out; empty for a blank text. No secret can be read from it, none is protected.
 */
export function textPrint(text: string): string {
  const own = letters(text);
  if (own === '') return '';
  // FNV-1a twice, the second time with another start: 64 bits for a few hundred drafts.
  const once = fnv(own).toString(36);
  const again = fnv(own, 0x9747b28c).toString(36);
  return `${once}-${again}-${own.length.toString(36)}`;
}
