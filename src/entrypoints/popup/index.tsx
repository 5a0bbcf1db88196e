import { t } from '../../browser/text.ts';
import { mountPage } from '../../ui/mount-page.tsx';
import { PopupPage } from '../../ui/popup/popup-page.tsx';
import { createPreferenceBook } from '../../ui/preferences/preference-book.ts';

mountPage(<PopupPage book={createPreferenceBook()} />, t('name'));
