import { rm } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/browsers.ts';
import { build } from '../../../scripts/build.ts';
import { driveChromium } from '../../../scripts/drive/chromium.ts';
import { countWork } from '../../../scripts/drive/count-work.ts';
import { practiceCopy } from '../../../scripts/practice-copy.ts';
import type { Row } from '../row.ts';
import { firstFocus } from './first-focus.ts';
import { servePages } from './fixtures.ts';
import { idle } from './idle.ts';
import { memory } from './memory.ts';
import { pageLoad } from './page-load.ts';
import { reading } from './reading.ts';
import type { Sides } from './sides.ts';
import { sizes } from './sizes.ts';
import { typing } from './typing.ts';

/** What the extension costs the pages it runs in: each row beside the same browser without it. */
export async function measurePage(): Promise<readonly Row[]> {
  const dist = await build('chrome');
  const pages = await servePages();
  const rows: Row[] = [];
  try {
    rows.push(
      ...(await withSides(dist, pages.url, [sizes, pageLoad, firstFocus, typing, reading, memory])),
    );
    // Counting costs a little itself, so it has a copy and a browser of its own.
    rows.push(...(await withSides(dist, pages.url, [idle], countWork)));
  } finally {
    pages.close();
  }
  return rows;
}

async function withSides(
  dist: string,
  url: string,
  measures: readonly ((sides: Sides) => Promise<Row[]>)[],
  prepare: (extension: string) => Promise<void> = async () => undefined,
): Promise<Row[]> {
  const executable = await findChromium();
  const extension = await practiceCopy(dist);
  await prepare(extension);
  const ours = await driveChromium({ executable, extension, profile: '', headless: true });
  const bare = await chromium.launch({
    executablePath: executable,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const absent = await bare.newContext({ viewport: { width: 1280, height: 900 } });
    await registered(ours);
    const rows: Row[] = [];
    for (const measure of measures) rows.push(...(await measure({ ours, absent, url, dist })));
    return rows;
  } finally {
    await ours.close();
    await bare.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** Before that, a page is loaded without the stub. */
async function registered(ours: Sides['ours']): Promise<void> {
  const own = await ours.openOurs('options.html');
  await own.until(
    async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
    null,
  );
  await own.close();
}
