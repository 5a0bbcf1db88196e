import { t } from '../../browser/text.ts';
import { mountPage } from '../../ui/mount-page.tsx';
import { createSettingsBook } from '../../ui/settings/settings-book.ts';
import { WelcomePage } from '../../ui/welcome/welcome-page.tsx';
import { practiseHere } from './practice-page.ts';

void practiseHere();
mountPage(<WelcomePage book={createSettingsBook()} />, t('welcome_title'));
