import { openPage, say } from '../../tests/e2e/our-pages.ts';
import type { DrivenChromium } from '../drive/chromium.ts';
import { type Album, storeSize } from './album.ts';

/** The page that opens after installing, and the practice mailbox on it. */
export async function welcomePictures(browser: DrivenChromium, album: Album): Promise<void> {
  const page = await openPage(browser, 'welcome');
  await page.setViewportSize(storeSize);
  await album.both(page, 'welcome');
  const mailbox = page.getByText(say('practice_title'), { exact: true });
  await mailbox.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: say('practice_mail1_subject') }).click();
  await page.getByRole('button', { name: say('practice_reply'), exact: true }).click();
  await mailbox.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await album.both(page, 'practice');
  await page.close();
}
