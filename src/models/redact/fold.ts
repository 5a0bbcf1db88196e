/** The zeros of digits that people write mail with: Arabic, Persian, Devanagari, Bengali, Thai, wide. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

const others =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19\t\u00a0\u2000-\u200a\u202f\u205f\u3000\u2010-\u2015\u2212\uff0b\uff0d\uff20\uff08\uff09]/g;

const plain: Readonly<Record<string, string>> = {
  '\uff0b': '+',
  '\uff20': '@',
  '\uff08': '(',
  '\uff09': ')',
};

/**
 * The text with one sort of digits, blanks and hyphens, so that a pattern need know only that. Every
 * UTF-16 unit stays where it is.
 */
export function fold(text: string): string {
  return text.replace(others, (letter) => {
    const code = letter.charCodeAt(0);
    const zero = zeros.find((one) => code >= one && code < one + 10);
    if (zero !== undefined) return String(code - zero);
    if (plain[letter] !== undefined) return plain[letter];
    return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d ? '-' : ' ';
  });
}
