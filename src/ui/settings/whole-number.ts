/** The whole number that stands in `text`, from `least` to `most`; `null` where it is none. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,6}$/u.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
