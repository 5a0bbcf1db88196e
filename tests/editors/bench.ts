import { rm } from 'node:fs/promises';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { type DrivenChromium, driveChromium } from '../../scripts/drive/chromium.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import type { Driven } from '../../scripts/drive/tab.ts';
import { buildPages, buildWorld } from './build.ts';
import { servePages } from './serve.ts';

export type BrowserName = Driven['name'];

/** A browser with the webmail layer in it, and a server of pages with editors. */
export interface Bench<Browser extends Driven = Driven> {
  readonly browser: Browser;
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the pages of these names and starts the browser. */
export const setUp = (name: BrowserName, pages: readonly string[]): Promise<Bench> =>
  name === 'chromium'
    ? setUpChromium(pages)
    : begin(name, pages, async (extension) =>
        driveFirefox({ executable: await findFirefox(), extension }),
      );

/** The same with Chromium, and what only that can do. */
export const setUpChromium = (pages: readonly string[]): Promise<Bench<DrivenChromium>> =>
  begin('chromium', pages, async (extension) =>
    driveChromium({ executable: await findChromium(), extension, profile: '', headless: true }),
  );

async function begin<Browser extends Driven>(
  name: BrowserName,
  pages: readonly string[],
  start: (extension: string) => Promise<Browser>,
): Promise<Bench<Browser>> {
  const folders = await Promise.all([buildPages(pages), buildWorld(name)]);
  const [built, extension] = folders;
  const server = await servePages(built);
  const browser = await start(extension);
  return {
    browser,
    url: server.url,
    async close() {
      await browser.close();
      server.close();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
