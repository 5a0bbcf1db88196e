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
// Drawn once where the answer is here already; else empty at first.
const soon = new Promise((resolve) => setTimeout(resolve, 0));
void Promise.race([book.load(globalThis.penchantAsked), soon]).then(() => {
  mountPage(<PopupPage book={book} />, t('name'));
});
