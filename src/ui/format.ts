import { t } from '../browser/text.ts';

/** Made once: making one takes longer than a whole row of a list. */
const dates = new Map<string, Intl.DateTimeFormat>();

/** A day and, with `time`, the minute, as people here write them. */
export function dateText(at: number, time = false): string {
  const language = t('ui_language');
  const key = `${language} ${time}`;
  const style = time ? { timeStyle: 'short' as const } : {};
  const made =
    dates.get(key) ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...style });
  dates.set(key, made);
  return made.format(at);
}

export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(t('ui_language'), { maximumFractionDigits: digits }).format(value);
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(t('ui_language'), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A size as people speak of it: bytes, kB or MB. */
export function sizeText(bytes: number): string {
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(t('ui_language'), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit !== 'byte' ? 1 : 0,
  }).format(size);
}
