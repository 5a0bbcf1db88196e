import { withoutPromptMarks } from '../gate/plain-text.ts';
import { fnv } from '../mail/fnv.ts';

/** Puts text that others may have written between two lines that it does not contain itself. */
export type Fence = (label: string, text: string) => string;

/**
 * The fence of one call: it puts text between two lines that it cannot contain, so that it cannot pretend to
 * have ended. The mark comes from a hash of the text and of `nonce`, which nobody who wrote the text knows
 * where it is random; what looks like such a line, like a role or like nothing is taken out of the text.
 */
export function fenceWith(nonce: string): Fence {
  return (label, text) => {
    const plain = withoutPromptMarks(text);
    let mark = '';
    for (let salt = 0; mark === '' || plain.includes(mark); salt++) {
      mark = hash(nonce === '' ? `${salt} ${plain}` : `${salt} ${nonce} ${plain}`);
    }
    return `<<<${label} ${mark}\n${plain}\n${mark} end of ${label}>>>`;
  };
}

/** The fence whose marks depend on the text alone. */
export const fence: Fence = fenceWith('');

/** As 8 hexadecimal digits. */
const hash = (text: string): string => fnv(text).toString(16).padStart(8, '0');
