import { t } from '../../browser/text.ts';
import { mountPage } from '../../ui/mount-page.tsx';
import { OptionsPage } from '../../ui/options/options-page.tsx';
import { createSettingsBook } from '../../ui/settings/settings-book.ts';

mountPage(<OptionsPage book={createSettingsBook()} />, t('options_title'));
