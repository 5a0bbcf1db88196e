import type { BrowserContext } from 'playwright-core';
import { median } from 'simple-statistics';
import { type Row, row } from '../row.ts';
import { absent, busyTime, longTasks, type Sides, settle, watchLongTasks } from './sides.ts';

const loads = 25;

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
      name: 'main thread, loading a page',
      value: median(ours.busy),
      unit: 'ms',
      peer: [absent, median(bare.busy)],
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
  const total = await busyTime(page);
  const busy: number[] = [];
  const long: number[] = [];
  return {
    busy,
    long,
    close: () => page.close(),
    async load(): Promise<void> {
      await settle(page);
      const before = await total();
      await page.reload();
      await settle(page);
      busy.push((await total()) - before);
      long.push(...(await longTasks(page)));
    },
  };
}
