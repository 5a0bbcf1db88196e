import type { Page } from 'playwright-core';
import type { DrivenChromium } from '../drive/chromium.ts';

/** The size that the stores want of a picture. */
export const storeSize = { width: 1280, height: 800 } as const;

/** One of the extension's own pages in a tab of its own, with its heading there. */
export async function openOurPage(
  browser: DrivenChromium,
  address: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = browser.pageOf(await browser.openOurs(address));
  await page.setViewportSize(size);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
