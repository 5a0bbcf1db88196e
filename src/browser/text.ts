import type english from '../../public/_locales/en/messages.json';
import type { FaultData } from '../learning/fault.ts';
import { browser } from './extension.ts';

export type TextKey = keyof typeof english;

/** The sentence for `key` in the user's language; `$1`, `$2` … are filled with `values`. */
export function t(key: TextKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
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
