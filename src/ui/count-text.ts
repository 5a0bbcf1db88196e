import { language } from '../browser/language.ts';
import { pluralText, type TextKey, t } from '../browser/text.ts';
import { numberText } from './format.ts';

/** Made once: making one takes longer than asking it. */
const rules = new Map<string, Intl.PluralRules>();

/**
 * `count` of something in words. `one` is the sentence for what the language counts as one, `many` for the
 * rest; a language with more forms has a sentence for each under `many` and the form (`dash_mails_few`).
 */
export function countText(count: number, one: TextKey, many: TextKey): string {
  const spoken = language();
  const known = rules.get(spoken) ?? new Intl.PluralRules(spoken);
  rules.set(spoken, known);
  const form = known.select(count);
  const number = numberText(count);
  return form === 'one' ? t(one, number) : pluralText(many, form, number);
}
