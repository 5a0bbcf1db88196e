import { browser } from '../../browser/extension.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { mountPage } from '../../ui/mount-page.tsx';
import { PopupPage } from '../../ui/popup/popup-page.tsx';
import { createPreferenceBook } from '../../ui/preferences/preference-book.ts';

/** Shows the popup: at once, with the first preferences if they were answered already and else as they are. */
export async function show(asked: Promise<Response<'preferences.first'>>): Promise<void> {
  const book = createPreferenceBook();
  // A popup is as wide as it says; a tab of its own (on a phone, or for a test) is as wide as it is.
  void browser.tabs.getCurrent().then((tab) => {
    if (tab) document.documentElement.classList.add('in-tab');
  });
  const soon = new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.race([book.load(asked), soon]);
  mountPage(<PopupPage book={book} />, t('name'));
}
