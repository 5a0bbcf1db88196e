import type { BrowserContext } from 'playwright-core';
import { median } from 'simple-statistics';
import { type Row, row } from '../row.ts';
import { absent, longTasks, type Sides, settle, watchLongTasks } from './sides.ts';

const loads = 40;
/** Milliseconds in which the page was parsed, scripts ran, and nothing was waited for. */
const loading = `(({ responseEnd, loadEventEnd }) => loadEventEnd - responseEnd)(
  performance.getEntriesByType('navigation')[0])`;

/** Loading a mailbox of 500 lines in which nobody writes: what the stub adds. */
export async function pageLoad(sides: Sides): Promise<Row[]> {
  const ours = await reloader(sides.ours.context, sides.url);
  const bare = await reloader(sides.absent, sides.url);
  // One after the other, so that whatever else the machine does hits both.
  for (let load = 0; load < loads; load += 1) {
    await ours.load();
    await bare.load();
  }
  const rows = [
    row({
      name: 'last byte to loaded',
      value: median(ours.took),
      unit: 'ms',
      peer: [absent, median(bare.took)],
      addsAtMost: 5,
    }),
    row({
      name: `long tasks in ${loads} loads`,
      value: ours.long.length,
      unit: 'tasks',
      peer: [absent, bare.long.length],
    }),
  ];
  await ours.close();
  await bare.close();
  return rows;
}

async function reloader(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await watchLongTasks(page);
  await page.goto(`${url}/read`);
  const took: number[] = [];
  const long: number[] = [];
  return {
    took,
    long,
    close: () => page.close(),
    async load(): Promise<void> {
      await settle(page);
      await page.reload();
      await settle(page);
      took.push(await page.evaluate(loading));
      long.push(...(await longTasks(page)));
    },
  };
}
