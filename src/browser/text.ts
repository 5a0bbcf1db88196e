import type english from '../../public/_locales/en/messages.json';
import type { FaultData } from '../learning/fault.ts';
import { browser } from './extension.ts';

export type TextKey = keyof typeof english;

/** The sentence for `key` in the user's language; `$1`, `$2` … are filled with `values`. */
export function t(key: TextKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}

/** The sentence for `key` in one plural form of the language, or `key` itself where that form has none of its own. */
export function pluralText(key: TextKey, form: Intl.LDMLPluralRule, value: string): string {
  const own = form === 'other' ? '' : browser.i18n.getMessage(`${key}_${form}`, [value]);
  return own || t(key, value);
}

/** What happened and what to do about it, for the place where the person is. */
export function faultText(fault: FaultData): string {
  const key: TextKey = `fault_${fault.code.replaceAll('-', '_') as FaultKey}`;
  return t(key, fault.detail);
}

type FaultKey = TextKey extends infer Key
  ? Key extends `fault_${infer Rest}`
    ? Rest
    : never
  : never;
