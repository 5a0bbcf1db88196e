import type { Tab } from './tab.ts';

/** Resolves once the page's own clock has gone on by `ms`: what counts from a moment in the page has passed. */
export async function untilClock(page: Tab, ms: number): Promise<void> {
  const now = await page.evaluate(() => performance.now(), null);
  await page.until((time) => performance.now() > time, now + ms);
}
