/** How many letters of whole lines two texts have in common at their start and at their end. */
export interface SameLines {
  readonly start: number;
  readonly end: number;
}

/** The lines that both texts begin and end with: whatever is told apart is not in them. */
export function sameLines(one: string, other: string): SameLines {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  start = one.slice(0, start).lastIndexOf('\n') + 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const line = one.indexOf('\n', one.length - end);
  return { start, end: line < 0 ? 0 : one.length - line };
}

/** What is left of a text without the lines that it has in common with another. */
export function withoutLines(text: string, { start, end }: SameLines): string {
  return text.slice(start, text.length - end);
}
