import { browser } from '../../browser/extension.ts';
import { t } from '../../browser/text.ts';
import { mountPage } from '../../ui/mount-page.tsx';
import { PopupPage } from '../../ui/popup/popup-page.tsx';
import { createPreferenceBook } from '../../ui/preferences/preference-book.ts';

// A popup is as wide as it says; a tab of its own (on a phone, or for a test) is as wide as it is.
void browser.tabs.getCurrent().then((tab) => {
  if (tab) document.documentElement.classList.add('in-tab');
});

const book = createPreferenceBook();
// Asked before anything is drawn: the answer takes longer than the drawing.
void book.load();
mountPage(<PopupPage book={book} />, t('name'));
