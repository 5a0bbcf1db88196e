import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { alex } from '../bench/mailbox/messages.ts';
import { startMailbox } from '../bench/mailbox/server.ts';
import { findChromium } from './browsers.ts';
import { build } from './build.ts';
import { type DrivenChromium, driveChromium } from './drive/chromium.ts';
import { insertedText, openReply } from './drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from './drive/panel-steps.ts';
import { type Desk, playRound } from './drive/play.ts';
import { practiceCopy } from './practice-copy.ts';
import { setUp, sitDown } from './start/play-all.ts';
import { planRounds } from './start/rounds.ts';

/* npx tsx scripts/screenshots.ts OUT: every surface of the built extension, light and dark. */
const folder = process.argv[2];
if (!folder) throw new Error('Say where to: npx tsx scripts/screenshots.ts OUT');
await mkdir(folder, { recursive: true });
const extension = await practiceCopy(await build('chrome'));
const mailbox = await startMailbox();
try {
  const executable = await findChromium();
  const browser = await driveChromium({ executable, extension, profile: '', headless: true });
  try {
    const desk = await sitDown(browser, mailbox.url);
    await setUp(desk, null);
    await inThePage(browser, desk);
    await ourPages(browser);
  } finally {
    await browser.close();
  }
} finally {
  await mailbox.close();
  await rm(extension, { recursive: true, force: true });
}

/** The same view in both colour schemes. */
async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder ?? '', `${name}-${colorScheme}.png`), fullPage });
  }
}

/** Launcher, panel and note, while two mails are answered and a third is drafted. */
async function inThePage(browser: DrivenChromium, desk: Desk): Promise<void> {
  const page = browser.pageOf(desk.page);
  const [first, second] = planRounds(2);
  const third = planRounds(8).filter(({ recipient }) => recipient === alex.address)[1];
  if (!first || !second || !third) throw new Error('There are no mails to answer.');
  await playRound(desk, first, 1);
  await desk.probe.wait({ role: 'StaticText', name: /^Learned/ });
  await shoot(page, 'learned');
  await playRound(desk, second, 2);
  await openReply(desk.page, third.messageId);
  await desk.probe.wait({ role: 'button', name: 'Draft with Penchant' });
  await shoot(page, 'launcher');
  await openPanel(desk.probe);
  await shoot(page, 'panel-empty');
  await askForDraft(desk.page, desk.probe, third.notes);
  await shoot(page, 'panel');
  await insertDraft(desk.page);
  await insertedText(desk.page);
  await shoot(page, 'panel-inserted');
}

/** The popup with its evidence, the editor, undo; then the two pages that live in tabs. */
async function ourPages(browser: DrivenChromium): Promise<void> {
  const popup = browser.pageOf(await browser.openOurs('popup.html'));
  await popup.setViewportSize({ width: 380, height: 600 });
  const row = popup.getByRole('listitem').first();
  await row.waitFor();
  await shoot(popup, 'popup');
  await row.getByRole('button', { name: /^from/ }).click();
  await shoot(popup, 'popup-evidence');
  await row.getByRole('button', { name: /^Edit/ }).click();
  await shoot(popup, 'popup-editor');
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await popup
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click();
  await popup.getByRole('button', { name: /^Undo/ }).waitFor();
  await shoot(popup, 'popup-undo');
  await popup.close();
  const options = browser.pageOf(await browser.openOurs('options.html#models'));
  await options.getByRole('radio', { name: 'Built-in' }).first().waitFor();
  await shoot(options, 'options', true);
  await options.getByRole('radio', { name: 'A language model' }).click();
  await options.getByRole('button', { name: 'Test the connection' }).waitFor();
  await shoot(options, 'options-server', true);
  const welcome = browser.pageOf(await browser.openOurs('welcome.html'));
  await welcome.getByRole('heading', { name: 'Your name' }).waitFor();
  await shoot(welcome, 'welcome', true);
}
