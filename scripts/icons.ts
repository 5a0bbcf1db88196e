import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findChromium } from './browsers.ts';

/** Draws `public/icons/icon.svg` in the sizes the manifest names; run it when the drawing changes. */
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox'],
});
try {
  const svg = await readFile('public/icons/icon.svg', 'utf8');
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({ path: `public/icons/${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
