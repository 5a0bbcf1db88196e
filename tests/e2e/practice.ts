import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Mailbox, startMailbox } from '../../bench/mailbox/server.ts';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { type DrivenChromium, driveChromium } from '../../scripts/drive/chromium.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import type { Desk } from '../../scripts/drive/play.ts';
import type { Driven } from '../../scripts/drive/tab.ts';
import { practiceCopy } from '../../scripts/practice-copy.ts';
import { sitDown } from '../../scripts/start/play-all.ts';

export type BrowserName = 'chromium' | 'firefox';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** A browser with the built extension, and the practice mailbox open in it. */
export interface Practice<B extends Driven = Driven> {
  readonly browser: B;
  readonly mailbox: Mailbox;
  readonly desk: Desk;
  close(): Promise<void>;
}

interface Options {
  /** Changes the copy of the built extension before the browser loads it. */
  readonly prepare?: (folder: string) => Promise<void>;
  readonly colorScheme?: 'light' | 'dark';
}

/** A copy of `dist/<target>` that a test may change. */
async function extensionFor(
  target: 'chrome' | 'firefox',
  prepare: Options['prepare'],
): Promise<string> {
  const folder = await practiceCopy(resolve('dist', target));
  await prepare?.(folder);
  return folder;
}

async function practiceIn<B extends Driven>(browser: B, folder: string): Promise<Practice<B>> {
  const mailbox = await startMailbox();
  const desk = await sitDown(browser, mailbox.url);
  return {
    browser,
    mailbox,
    desk,
    close: async () => {
      await browser.close();
      await mailbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Practice in Chromium, with what only its debugging protocol can do. */
export async function practiceInChromium(options: Options = {}): Promise<Practice<DrivenChromium>> {
  const extension = await extensionFor('chrome', options.prepare);
  const browser = await driveChromium({
    executable: await findChromium(),
    extension,
    profile: '',
    headless: true,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  return practiceIn(browser, extension);
}

/** Practice in either browser. */
export async function practiceOn(name: BrowserName, options: Options = {}): Promise<Practice> {
  if (name === 'chromium') return practiceInChromium(options);
  const extension = await extensionFor('firefox', options.prepare);
  return practiceIn(await driveFirefox({ executable: await findFirefox(), extension }), extension);
}
