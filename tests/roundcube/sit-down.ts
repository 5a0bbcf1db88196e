import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { findChromium } from '../../scripts/browsers.ts';
import { changeSettings } from '../../scripts/drive/ask-extension.ts';
import { driveChromium } from '../../scripts/drive/chromium.ts';
import type { PanelProbe } from '../../scripts/drive/panel-probe.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import { type ComposeHands, composeHands } from './compose.ts';
import { type MailServer, startMailServer } from './server/mail-server.ts';
import type { ComposeMode } from './server/roundcube.ts';

/** Sam, logged in to a Roundcube of his own, in a browser with the extension. */
export interface RoundcubeDesk {
  readonly server: MailServer;
  /** A page of the extension. */
  readonly ours: Tab;
  readonly tab: Tab;
  readonly page: Page;
  readonly probe: PanelProbe;
  readonly hands: ComposeHands;
  close(): Promise<void>;
}

/** Starts all of it. */
export async function sitDown(mode: ComposeMode): Promise<RoundcubeDesk> {
  const server = await startMailServer(mode);
  const extension = await practiceCopy(resolve('dist/chrome'));
  const executable = await findChromium();
  const browser = await driveChromium({ executable, extension, profile: '', headless: true });
  const ours = await browser.openOurs('options.html');
  await ours.until(
    async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
    null,
  );
  await changeSettings(ours, (settings) => ({ ...settings, name: 'Sam Porter' }));
  const tab = await browser.open(server.url);
  const page = browser.pageOf(tab);
  await page.fill('#rcmloginuser', server.account.address);
  await page.fill('#rcmloginpwd', server.account.password);
  await page.click('#rcmloginsubmit');
  await page.waitForURL(/_task=mail/);
  return {
    server,
    ours,
    tab,
    page,
    probe: await browser.probe(tab),
    hands: composeHands(page, server.url, mode),
    close: async () => {
      await browser.close();
      await server.stop();
      await rm(extension, { recursive: true, force: true });
    },
  };
}
