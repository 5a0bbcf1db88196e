import { type TextKey, t } from '../browser/text.ts';

/** `count` of something in words: one has a sentence of its own. */
export function countText(count: number, one: TextKey, many: TextKey): string {
  return count === 1 ? t(one) : t(many, new Intl.NumberFormat(t('ui_language')).format(count));
}
