import { say } from '../../tests/e2e/our-pages.ts';
import { untilSettled } from '../../tests/e2e/until-settled.ts';
import type { DrivenFirefox } from '../drive/firefox.ts';
import { openReply } from '../drive/mailbox-page.ts';
import { askForDraft, openPanel } from '../drive/panel-steps.ts';
import type { Desk } from '../drive/play.ts';
import type { Album } from './album.ts';

/** The same in Firefox: a draft in the mailbox, and the dashboard. */
export async function firefoxPictures(
  browser: DrivenFirefox,
  desk: Desk,
  album: Album,
): Promise<void> {
  await openReply(desk.page, 'alex-lunch');
  await desk.probe.wait({ role: 'button', name: say('panel_open') });
  await untilSettled(desk.page);
  await openPanel(desk.probe);
  await askForDraft(desk.page, desk.probe, 'Wednesday is better; I cannot make it on Thursday');
  await untilSettled(desk.page);
  album.put('guide', 'firefox-draft', await browser.picture(desk.page));
  const page = await browser.openOurs('options.html#progress');
  await page.until(() => document.querySelector('table'), null);
  album.put('guide', 'firefox-progress', await browser.picture(page));
}
