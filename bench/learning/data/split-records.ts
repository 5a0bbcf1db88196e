/** Fewer held-out records say little; more cost a judge's time and say no more. */
const fewest = 4;
const most = 12;

/**
 * The first records to learn from, `rounds` at most, and the last ones that are never learned from: a
 * quarter of the rounds, but four to twelve, as far as records are left over. Where there are twelve
 * records or more, four are held out in any case.
 */
export function splitRecords<Item>(
  records: readonly Item[],
  rounds: number,
): { readonly played: readonly Item[]; readonly heldOut: readonly Item[] } {
  const wanted = Math.min(Math.max(Math.ceil(rounds / 4), fewest), most);
  const least = records.length >= 3 * fewest ? fewest : 0;
  const held = Math.max(Math.min(wanted, records.length - rounds), least);
  const from = records.length - held;
  return { played: records.slice(0, Math.min(rounds, from)), heldOut: records.slice(from) };
}
