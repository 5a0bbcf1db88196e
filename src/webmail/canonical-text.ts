/**
 * The one form in which texts are compared and learned from: NFC, plain line ends and spaces, no
 * invisible characters, at most one blank line in a row, nothing blank around it. Joiners stay: emoji,
 * Persian and Indic words need them.
 */
export function canonicalText(text: string): string {
  return (
    canonicalLine(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
      // Not by a pattern, which takes the square of the time on a long run of blanks.
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '')
  );
}

/** One line of it; keeps its blanks at the end, by which a signature's `-- ` can be told. */
export function canonicalLine(line: string): string {
  // Plain ASCII has none of what follows.
  if (!/[\u0080-\uffff]/.test(line)) return line;
  return line
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '');
}

/** A text without any white space: what is left when two editors lay out the same words differently. */
export function letters(text: string): string {
  return canonicalLine(text).replace(/\s+/gu, '');
}
