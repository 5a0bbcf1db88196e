import { browser } from '../../browser/extension.ts';

/**
 * The language to write in, as BCP 47: that of the message being answered, else of the notes; `null`
 * where the browser is not sure, so that nobody is answered in a language that was guessed.
 */
export async function languageOf(incoming: string, notes: string): Promise<string | null> {
  const text = incoming.trim() === '' ? notes : incoming;
  if (text.trim() === '') return null;
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  const language = languages[0]?.language;
  return isReliable && language !== undefined && language !== 'und' ? language : null;
}
