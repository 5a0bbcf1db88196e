import { rm } from 'node:fs/promises';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { driveChromium } from '../../scripts/drive/chromium.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import type { Driven } from '../../scripts/drive/tab.ts';
import { buildPages, buildWorld } from './build.ts';
import { servePages } from './serve.ts';

export type BrowserName = Driven['name'];

/** A browser with the webmail layer in it, and a server of pages with editors. */
export interface Bench {
  readonly browser: Driven;
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the pages of these names and starts the browser. */
export async function setUp(name: BrowserName, pages: readonly string[]): Promise<Bench> {
  const folders = await Promise.all([buildPages(pages), buildWorld(name)]);
  const [built, extension] = folders;
  const server = await servePages(built);
  const browser =
    name === 'chromium'
      ? await driveChromium({
          executable: await findChromium(),
          extension,
          profile: '',
          headless: true,
        })
      : await driveFirefox({ executable: await findFirefox(), extension });
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
