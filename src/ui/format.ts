import { language } from '../browser/language.ts';

/** Made once each: making one takes longer than a whole row of a list. */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A day and, with `time`, the minute, as people here write them. */
export function dateText(at: number, time = false): string {
  const spoken = language();
  const key = `${spoken} ${time}`;
  const style = time ? { timeStyle: 'short' as const } : {};
  const made = dates.get(key) ?? new Intl.DateTimeFormat(spoken, { dateStyle: 'medium', ...style });
  dates.set(key, made);
  return made.format(at);
}

/** A number with its thousands apart, to at most so many digits behind the decimal mark. */
export function numberText(value: number, digits = 0): string {
  return numbersOf({ maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 in per cent. */
export function percentText(share: number): string {
  return numbersOf({ style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** An amount as somebody would type it: no thousands apart, at most six digits behind the decimal mark. */
export function amountText(amount: number): string {
  return numbersOf({ useGrouping: false, maximumFractionDigits: 6 }).format(amount);
}

/** An amount of US dollars; small ones to their first two digits that say something. */
export function dollarsText(amount: number): string {
  const places = amount < 0.1 ? { maximumSignificantDigits: 2 } : {};
  return numbersOf({ style: 'currency', currency: 'USD', ...places }).format(amount);
}

/** Milliseconds in seconds; at least a tenth, for nothing takes no time at all. */
export function secondsText(milliseconds: number): string {
  return numbersOf({
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(Math.max(0.1, milliseconds / 1000));
}

/** A size as people speak of it: bytes, kB or MB. */
export function sizeText(bytes: number): string {
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  return numbersOf({
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit !== 'byte' ? 1 : 0,
  }).format(size);
}

/** Names one after another: “Alex, Bea and Chris”. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}

function numbersOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const spoken = language();
  const key = spoken + JSON.stringify(options);
  const made = numbers.get(key) ?? new Intl.NumberFormat(spoken, options);
  numbers.set(key, made);
  return made;
}
