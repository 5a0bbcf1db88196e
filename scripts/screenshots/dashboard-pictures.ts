import { openPage, say } from '../../tests/e2e/our-pages.ts';
import type { DrivenChromium } from '../drive/chromium.ts';
import { type Album, storeSize } from './album.ts';

/** The six views of the dashboard, after the simulated weeks. */
export async function dashboardPictures(browser: DrivenChromium, album: Album): Promise<void> {
  const page = await openPage(browser, 'options', 'preferences');
  await page.setViewportSize(storeSize);
  const go = async (view: 'history' | 'progress' | 'models' | 'privacy' | 'backup') => {
    await page.getByRole('link', { name: say(`dash_${view}`), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say(`dash_${view}`), exact: true }).waitFor();
    await page.mouse.move(0, 0);
  };
  await page.locator('.preference').first().waitFor();
  await album.both(page, 'preferences');
  await album.store(page, 'preferences');

  await go('history');
  await page
    .locator('.episode-head', { hasText: say('history_words', '') })
    .first()
    .click();
  await page.locator('.episode-more').waitFor();
  await album.both(page, 'history');
  await album.store(page, 'history');

  await go('progress');
  await page.getByText(say('progress_by_recipient')).waitFor();
  await album.both(page, 'progress');
  await album.store(page, 'progress');

  await go('models');
  await page.getByRole('radio', { name: say('options_writer_openai') }).click();
  await page.getByRole('button', { name: say('options_test') }).waitFor();
  await album.both(page, 'own-server');
  await page
    .getByRole('radio', { name: say('options_writer_builtin') })
    .first()
    .click();

  await go('privacy');
  await page.getByText(say('stored_vectors')).waitFor();
  await album.both(page, 'privacy');

  await go('backup');
  await page.getByText(say('backup_json_hint')).waitFor();
  await album.both(page, 'backup');
  await page.close();
}
