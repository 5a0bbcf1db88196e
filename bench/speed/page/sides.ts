import type { BrowserContext, Page } from 'playwright-core';
import type { DrivenChromium } from '../../../scripts/drive/chromium.ts';

/** The same browser twice, once with the extension: what differs between them is ours. */
export interface Sides {
  readonly ours: DrivenChromium;
  readonly absent: BrowserContext;
  /** Address of the fixtures, without a slash at the end. */
  readonly url: string;
  /** Folder of the built extension. */
  readonly dist: string;
}

/** What a figure is beside when nothing of ours is there. */
export const absent = 'extension absent';

/** Our one element in a page; it is put there when there is something to show. */
export const hostName = 'penchant-panel';

/** Milliseconds that the page's main thread was busy since the page was opened. */
export async function busyTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

/** Resolves when the page has painted what was done so far, and has nothing left to do. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 200 })))',
  );

/** Makes the page collect its tasks of more than 50 ms; `longest` answers in ms, 0 without any. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(
    `window.longTasks = []; new PerformanceObserver((list) => {
       for (const { duration } of list.getEntries()) window.longTasks.push(duration);
     }).observe({ type: 'longtask', buffered: true });`,
  );
}

/** Durations of the long tasks since the page was loaded, in milliseconds. */
export const longTasks = (page: Page): Promise<number[]> => page.evaluate('window.longTasks');
