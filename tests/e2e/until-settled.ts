import type { Tab } from '../../scripts/drive/tab.ts';
import { dwell } from '../../src/ui/panel/click-guard.ts';

/** Resolves once what has just come or moved may be clicked: before that, a click on it does not count. */
export async function untilSettled(page: Tab): Promise<void> {
  const clock = await page.evaluate(() => performance.now(), null);
  await page.until((time) => performance.now() > time, clock + dwell);
}
