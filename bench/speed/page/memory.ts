import type { Page } from 'playwright-core';
import { type Row, row } from '../row.ts';
import { absent, hostName, type Sides, settle } from './sides.ts';

/**
 * The heap of a tab with the launcher in it. The browser tells it for the page's own scripts and ours
 * together, so ours is what the tab has more than one without the extension.
 */
export async function memory({ ours, absent: bareContext, url }: Sides): Promise<Row[]> {
  const page = await ours.context.newPage();
  const bare = await bareContext.newPage();
  for (const tab of [page, bare]) {
    await tab.goto(`${url}/write`);
    await tab.focus('textarea');
  }
  await page.waitForSelector(hostName, { state: 'attached' });
  const peer = [absent, await heap(bare)] as const;
  const rows = [row({ name: 'heap with the launcher', value: await heap(page), unit: 'kB', peer })];
  await page.close();
  await bare.close();
  return rows;
}

async function heap(page: Page): Promise<number> {
  await settle(page);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_000;
}
