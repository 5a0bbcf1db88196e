import { language } from '../browser/language.ts';
import { pluralText, type TextKey, t } from '../browser/text.ts';

/** Made once, for one language: making them takes longer than asking them. */
let made: readonly [string, Intl.PluralRules, Intl.NumberFormat] | undefined;

/**
 * `count` of something in words. `one` is the sentence for what the language counts as one, `many` for the
 * rest; a language with more forms has a sentence for each under `many` and the form (`dash_mails_few`).
 */
export function countText(count: number, one: TextKey, many: TextKey): string {
  const spoken = language();
  if (made?.[0] !== spoken) {
    made = [spoken, new Intl.PluralRules(spoken), new Intl.NumberFormat(spoken)];
  }
  const [, rules, numbers] = made;
  const form = rules.select(count);
  const number = numbers.format(count);
  return form === 'one' ? t(one, number) : pluralText(many, form, number);
}
