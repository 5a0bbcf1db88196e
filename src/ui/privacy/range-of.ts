/**
 * The moments from the first to the last of two days as date fields write them (`2026-03-05`), both in, by
 * the clock of this machine; `null` where that is no time.
 */
export function rangeOf(
  from: string,
  to: string,
): { readonly from: number; readonly to: number } | null {
  const first = dayOf(from, 0);
  const afterLast = dayOf(to, 1);
  if (first === null || afterLast === null || afterLast <= first) return null;
  return { from: Math.max(0, first), to: Math.max(0, afterLast - 1) };
}

/** The first moment of the day so many days after this one. */
function dayOf(text: string, later: number): number | null {
  const [, year, month, day] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = new Date(year, month - 1, day + later).getTime();
  return Number.isNaN(at) ? null : at;
}
