import { browser } from './extension.ts';
import { t } from './text.ts';

/**
 * The language of our sentences as BCP 47, in the user's own variety of it where they have one: `de-AT`
 * for German sentences in an Austrian browser, `en` in a browser whose language we do not speak.
 */
export function language(): string {
  const ours = t('ui_language');
  const theirs = browser.i18n.getUILanguage();
  return theirs.startsWith(`${ours}-`) ? theirs : ours;
}

/** Which way the user's language runs; we are laid out that way whatever language our sentences are in. */
export function direction(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
