/** A piece of a text, in UTF-16 units; `end` is the first unit behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds identifiers of one kind in a folded text (`fold.ts`), in order and apart; in linear time. */
export type Finder = (text: string) => Span[];

/**
 * Everything that `pattern` (global) matches and `holds` says yes to. Where the pattern has a group named
 * `value` (and the flag `d`), only that is meant.
 */
export function spansOf(
  text: string,
  pattern: RegExp,
  holds: (match: string, at: number) => boolean = () => true,
): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.['value'] ?? [
      match.index,
      match.index + match[0].length,
    ];
    return holds(text.slice(start, end), start) ? [{ start, end }] : [];
  });
}

/** What several finders find, one after another: what is taken is not looked at again. */
export function inTurn(finders: readonly Finder[]): Finder {
  return (text) => {
    let left = text;
    const found: Span[] = [];
    for (const finder of finders) {
      const spans = finder(left);
      left = without(left, spans);
      found.push(...spans);
    }
    return found.sort((one, other) => one.start - other.start);
  };
}

/** The same text with units in place of the spans that belong to no identifier. */
export function without(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of spans) {
    left += text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
  }
  return left + text.slice(at);
}
