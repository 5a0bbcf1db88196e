/** How many different code units a string can hold. */
const allUnits = 0x10000;

/**
 * Two lists of tokens as two strings with one code unit a token, equal where the tokens are equal, for
 * algorithms that compare code units. Tokens of only one side can never be matched, so each side has
 * one unit for all of them: what counts is how many tokens both sides share. `null` when even those
 * are more than there are units.
 */
export function asUnits(
  left: readonly string[],
  right: readonly string[],
): { readonly left: string; readonly right: string } | null {
  const onRight = new Set(right);
  const shared = new Map<string, number>();
  for (const token of left) {
    if (onRight.has(token) && !shared.has(token)) shared.set(token, shared.size + 2);
  }
  if (shared.size + 2 > allUnits) return null;
  const spell = (tokens: readonly string[], unshared: number): string =>
    tokens.map((token) => String.fromCharCode(shared.get(token) ?? unshared)).join('');
  return { left: spell(left, 0), right: spell(right, 1) };
}
