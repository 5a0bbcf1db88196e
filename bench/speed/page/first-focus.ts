import type { BrowserContext } from 'playwright-core';
import { median } from 'simple-statistics';
import { type Row, row } from '../row.ts';
import { absent, busyTime, hostName, type Sides, settle } from './sides.ts';

const focuses = 20;

/** The first focus in a page: the core arrives, and the launcher with it. The background is awake. */
export async function firstFocus(sides: Sides): Promise<Row[]> {
  const ours = await writer(sides.ours.context, sides.url);
  const bare = await writer(sides.absent, sides.url);
  const [waits, busy, bareBusy]: number[][] = [[], [], []];
  for (let focus = 0; focus < focuses; focus += 1) {
    busy?.push(await ours.focus());
    waits?.push(await ours.page.evaluate('window.shown - window.focused'));
    bareBusy?.push(await bare.focus());
  }
  await ours.page.close();
  await bare.page.close();
  return [
    row({ name: 'first focus to launcher', value: median(waits ?? []), unit: 'ms' }),
    row({
      name: 'main thread, first focus',
      value: median(busy ?? []),
      unit: 'ms',
      peer: [absent, median(bareBusy ?? [])],
      addsAtMost: 30,
    }),
  ];
}

async function writer(context: BrowserContext, url: string) {
  const page = await context.newPage();
  // Ours stands beside the body, and is put there when the launcher has its place.
  await page.addInitScript(
    `addEventListener('focusin', () => { window.focused ??= performance.now(); }, true);
     new MutationObserver(() => {
       if (document.querySelector('${hostName}')) window.shown ??= performance.now();
     }).observe(document, { childList: true, subtree: true });`,
  );
  await page.goto(`${url}/write`);
  const total = await busyTime(page);
  return {
    page,
    /** Milliseconds that the main thread was busy from the focus to the end of what follows it. */
    async focus(): Promise<number> {
      await page.reload();
      await settle(page);
      const before = await total();
      await page.focus('textarea');
      // Both sides wait as long, for to ask again and again would be work as well.
      await page.evaluate('new Promise((done) => setTimeout(done, 300))');
      return (await total()) - before;
    },
  };
}
