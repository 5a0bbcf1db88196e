import type { Locator, Page } from 'playwright-core';

/** More than any of our pages has that a key can reach in one view. */
const most = 150;

/**
 * Presses Tab until the focus is on `element`, as somebody would who has no pointer. Rejects where it is
 * never reached.
 */
export async function walkTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < most; presses += 1) {
    if (await element.evaluate((one) => one === one.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab was pressed ${most} times, and never reached ${element}.`);
}
