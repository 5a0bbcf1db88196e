import { t } from '../../browser/text.ts';

/** A number as it is written in the language of the interface, with at most `digits` after the point. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(t('ui_language'), { maximumFractionDigits: digits }).format(value);
}
