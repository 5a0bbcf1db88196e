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
    const { busyFor, took } = await ours.focus(() => ours.page.evaluate('launcher'));
    busy?.push(busyFor);
    waits?.push(await ours.page.evaluate('window.shown - window.focused'));
    // The peer is given as long; to ask it again and again would be work as well.
    const asLong = `new Promise((done) => setTimeout(done, ${took}))`;
    bareBusy?.push((await bare.focus(() => bare.page.evaluate(asLong))).busyFor);
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
     window.launcher = new Promise((done) => {
       new MutationObserver(() => {
         if (!document.querySelector('${hostName}')) return;
         window.shown ??= performance.now();
         done();
       }).observe(document, { childList: true, subtree: true });
     });`,
  );
  await page.goto(`${url}/write`);
  const total = await busyTime(page);
  return {
    page,
    /**
     * How long the main thread was busy from the focus to the end of what follows it, and how long that
     * took; milliseconds. `until` waits for what has to follow.
     */
    async focus(until: () => Promise<unknown>) {
      await page.reload();
      await settle(page);
      const before = await total();
      const start = performance.now();
      await page.focus('textarea');
      await until();
      await settle(page);
      const took = performance.now() - start;
      return { busyFor: (await total()) - before, took };
    },
  };
}
