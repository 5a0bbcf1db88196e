import type { Page } from 'playwright-core';
import { quantile } from 'simple-statistics';
import { askForDraft, insertDraft, openPanel } from '../../../scripts/drive/panel-steps.ts';
import { type Row, row } from '../row.ts';
import { absent, busyTime, longTasks, type Sides, settle } from './sides.ts';

/** Both sides type in turns, so that whatever else the machine does hits both. */
const turns = 10;
const keys = 18;

/** What is put off until nobody types is counted too, so both sides wait as long after each turn. */
const pause = 'new Promise((done) => setTimeout(() => requestIdleCallback(done), 700))';

/** Where is written, and what is quoted there. */
const places = [{ path: '/answer', quoted: '2,000 quoted lines' }] as const;

interface Typed {
  /** From each key to the end of the frame that shows it, in milliseconds. */
  readonly delays: readonly number[];
  /** Milliseconds of the main thread for each key. */
  readonly busy: number;
  /** Milliseconds of the longest task; 0 where none took 50. */
  readonly longest: number;
}

/** Typing above a long quote while a draft stands there and the edit is watched. */
export async function typing(sides: Sides): Promise<Row[]> {
  const rows: Row[] = [];
  for (const place of places) rows.push(...(await typingIn(place, sides)));
  return rows;
}

async function typingIn(
  { path, quoted }: (typeof places)[number],
  { ours, absent: bareContext, url }: Sides,
): Promise<Row[]> {
  const tab = await ours.open(`${url}${path}`);
  const page = ours.pageOf(tab);
  const probe = await ours.probe(tab);
  await tab.clickAt(100, 60);
  await openPanel(probe);
  await askForDraft(tab, probe, 'Thursday works, and I bring the figures');
  await insertDraft(tab);
  await tab.until(() => {
    const editor = document.querySelector('#editor');
    const holds = editor instanceof HTMLTextAreaElement ? editor.value : editor?.textContent;
    return holds?.includes('figures');
  }, null);
  const bare = await bareContext.newPage();
  await bare.goto(`${url}${path}`);
  await bare.mouse.click(100, 60);
  await bare.keyboard.insertText('Thursday works, and I bring the figures');
  const [ourHands, bareHands] = [await typist(page), await typist(bare)];
  for (let turn = 0; turn < turns; turn += 1) {
    await ourHands.type();
    await bareHands.type();
  }
  const [mine, theirs] = [await ourHands.typed(), await bareHands.typed()];
  await page.close();
  await bare.close();
  const at = (share: number) => (side: Typed) => quantile([...side.delays], share);
  const unit = 'ms';
  const beside = (figure: (side: Typed) => number) => ({
    value: figure(mine),
    unit,
    peer: [absent, figure(theirs)] as const,
  });
  return [
    row({ name: `key to paint, ${quoted}, p50`, ...beside(at(0.5)) }),
    row({ name: `key to paint, ${quoted}, p95`, ...beside(at(0.95)), addsAtMost: 1 }),
    row({ name: `main thread for a key, ${quoted}`, ...beside(({ busy }) => busy), addsAtMost: 1 }),
    row({ name: `longest task, ${quoted}`, ...beside(({ longest }) => longest) }),
  ];
}

async function typist(page: Page) {
  await page.evaluate(
    `window.delays = []; window.longTasks = [];
     new PerformanceObserver((list) => {
       for (const { duration } of list.getEntries()) window.longTasks.push(duration);
     }).observe({ type: 'longtask' });
     addEventListener('keydown', (event) => {
       const painted = new MessageChannel();
       painted.port1.onmessage = () => window.delays.push(performance.now() - event.timeStamp);
       requestAnimationFrame(() => painted.port2.postMessage(null));
     });`,
  );
  const total = await busyTime(page);
  const before = await total();
  let count = 0;
  return {
    async type(): Promise<void> {
      await settle(page);
      for (let key = 0; key < keys; key += 1) {
        await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a');
        count += 1;
        await page.waitForFunction(`window.delays.length === ${count}`);
      }
      await page.evaluate(pause);
    },
    async typed(): Promise<Typed> {
      const busy = (await total()) - before;
      const delays = await page.evaluate<number[]>('window.delays');
      return { delays, busy: busy / count, longest: Math.max(0, ...(await longTasks(page))) };
    },
  };
}
