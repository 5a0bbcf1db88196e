import { rm } from 'node:fs/promises';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { type DrivenChromium, driveChromium } from '../../scripts/drive/chromium.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import type { Driven, Tab } from '../../scripts/drive/tab.ts';
import { buildPages, buildWorld } from './build.ts';
import { servePages } from './serve.ts';

export type BrowserName = Driven['name'];

/** A browser with the webmail layer in it, and a server of pages with editors. */
export interface Bench<Browser extends Driven = Driven> {
  readonly browser: Browser;
  /** Ends in a slash. */
  readonly url: string;
  /** That many tabs that can be used at the same time, each with the focus. */
  tabs(count: number): Promise<Tab[]>;
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
  const started = [browser];
  return {
    browser,
    url: server.url,
    async tabs(count) {
      // Chromium can be told that every tab has the focus; in Firefox only one has it.
      while (name === 'firefox' && started.length < count) started.push(await start(extension));
      const open = (_: unknown, at: number): Promise<Tab> =>
        (started[at] ?? browser).open('about:blank');
      return Promise.all(Array.from({ length: count }, open));
    },
    async close() {
      for (const one of started) await one.close();
      server.close();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
