import { chromium, type Page } from 'playwright-core';
import { median } from 'simple-statistics';
import { build } from 'vite';
import { findChromium } from '../../../scripts/browsers.ts';
import { servePages } from '../page/fixtures.ts';
import { type Row, row } from '../row.ts';
import type { InPage } from './in-page.ts';

const vectors = 10_000;
const preferences = 5_000;
const turns = 7;

/** Reading the memory from the disk, in a page that was just loaded each time: nothing is compiled or kept. */
export async function measureStore(): Promise<Row[]> {
  const script = await bundled();
  const pages = await servePages();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** Milliseconds that the page's thread has worked, whoever else had the processor. */
    const worked = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    const inFresh: InFresh = async (name, ...given) => {
      await page.goto(pages.url);
      await page.addScriptTag({ content: script, type: 'module' });
      await page.waitForFunction('globalThis.inPage');
      const before = await worked();
      const value = await call(page, name, ...given);
      return { value, processor: (await worked()) - before };
    };
    return [...(await opening(inFresh)), ...(await reading(inFresh))];
  } finally {
    await browser.close();
    pages.close();
  }
}

/** Calls this in a page that has just been loaded; `processor`: milliseconds that its thread worked. */
type InFresh = <Name extends keyof InPage>(
  name: Name,
  ...given: Parameters<InPage[Name]>
) => Promise<{ readonly value: Awaited<ReturnType<InPage[Name]>>; readonly processor: number }>;

async function opening(inFresh: InFresh): Promise<Row[]> {
  await inFresh('fill', vectors);
  const byRow = await inFresh('openVectors', vectors, true);
  const wall: number[] = [];
  const processor: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const opened = await inFresh('openVectors', vectors);
    wall.push(opened.value);
    processor.push(opened.processor);
  }
  const name = 'opening 10,000 vectors, cold';
  const peer = ['row by row, once', byRow.value] as const;
  return [
    row({ name, value: median(wall), unit: 'ms', peer, atMost: 150 }),
    row({ name: '… the quickest of seven', value: Math.min(...wall), unit: 'ms' }),
    row({ name: '… of processor time, with the index', value: median(processor), unit: 'ms' }),
  ];
}

async function reading(inFresh: InFresh): Promise<Row[]> {
  await inFresh('fillPreferences', preferences);
  const opened: number[] = [];
  const read: number[] = [];
  const processor: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const onlyOpened = await inFresh('openPreferences', 0);
    const both = await inFresh('openPreferences', preferences);
    opened.push(both.value[0]);
    read.push(both.value[1]);
    processor.push(both.processor - onlyOpened.processor);
  }
  return [
    row({ name: 'first read of 5,000 preferences, cold', value: median(read), unit: 'ms' }),
    row({ name: '… the quickest of seven', value: Math.min(...read), unit: 'ms' }),
    row({ name: '… of processor time', value: median(processor), unit: 'ms', atMost: 100 }),
    row({ name: '… opening the store before it', value: median(opened), unit: 'ms' }),
  ];
}

/** What the page's script makes of this. */
function call<Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...given: Parameters<InPage[Name]>
): Promise<Awaited<ReturnType<InPage[Name]>>> {
  return page.evaluate(`inPage.${name}(${given.map((one) => JSON.stringify(one)).join()})`);
}

/** The script of the page, with the store as the extension has it. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: 'bench/speed/store/in-page.ts', formats: ['es'] },
    },
  });
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled.');
  return chunk.code;
}
