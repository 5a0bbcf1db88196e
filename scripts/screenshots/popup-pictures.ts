import { openPage, say } from '../../tests/e2e/our-pages.ts';
import type { DrivenChromium } from '../drive/chromium.ts';
import { openReply } from '../drive/mailbox-page.ts';
import type { Desk } from '../drive/play.ts';
import type { Album } from './album.ts';

/** The popup while a mail to Alex is open: what applies, where it comes from, and how it is corrected. */
export async function popupPictures(
  browser: DrivenChromium,
  desk: Desk,
  album: Album,
): Promise<void> {
  await openReply(desk.page, 'alex-report');
  await desk.probe.wait({ role: 'button', name: say('panel_open') });
  const popup = await openPage(browser, 'popup');
  // Learned a moment ago, from the one edit that its evidence shows.
  const row = popup.getByRole('listitem').filter({ hasText: 'Closes with “See you, / Sam”' });
  await row.waitFor();
  await album.both(popup, 'popup');

  await row.getByRole('button', { name: /^from/ }).click();
  await row.locator('ins').first().waitFor();
  await row.evaluate((item) => item.scrollIntoView({ block: 'start' }));
  await album.both(popup, 'popup-evidence');
  await row.getByRole('button', { name: /^from/ }).click();

  await row.getByRole('button', { name: /^Edit/ }).click();
  await popup.getByLabel(say('popup_words')).waitFor();
  await album.both(popup, 'popup-editor');
  await popup.getByRole('button', { name: say('ui_cancel') }).click();

  await popup
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click();
  const undo = popup.getByRole('button', { name: /^Undo/ });
  await undo.waitFor();
  await album.both(popup, 'popup-undo');
  await undo.click();
  await popup.close();
}
