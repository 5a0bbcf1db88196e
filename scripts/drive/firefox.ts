import { type KeyInput, launch, type Page } from 'puppeteer-core';
import { bidiOf } from './bidi.ts';
import { probeFirefox } from './probe-firefox.ts';
import type { Driven, Tab } from './tab.ts';

const addonId = 'penchant@penchant.invalid';
/** Firefox makes a new one for every profile unless it is told. */
const uuid = '11111111-2222-4333-8444-555555555555';

/** Launches headless Firefox over WebDriver BiDi with the extension as a temporary add-on. */
export async function driveFirefox(options: {
  readonly executable: string;
  readonly extension: string;
}): Promise<Driven> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: true,
    defaultViewport: { width: 1280, height: 860 },
    // Without it, Firefox refuses to navigate a driven tab to a page of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    },
  });
  await browser.installExtension(options.extension);
  const pages = new Map<Tab, Page>();
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    const tab = tabOf(page);
    pages.set(tab, page);
    await tab.goto(url);
    return tab;
  };
  return {
    name: 'firefox',
    open,
    openOurs: (name) => open(`moz-extension://${uuid}/${name}`),
    probe: async (tab, frameUrl) => {
      const page = pages.get(tab);
      if (!page) throw new Error('This tab belongs to another browser.');
      return probeFirefox(page, frameUrl);
    },
    close: () => browser.close(),
  };
}

/**
 * Firefox never reports such a page as loaded, so we look at the page itself. We look only once the
 * tab says that it is there: a script run before that keeps the tab's scripts in the document that
 * made way, for good.
 */
async function arrive(page: Page, url: string): Promise<void> {
  const { connection, context } = bidiOf(page);
  // From one such page to another, or to itself anew, the address would not tell old from new.
  await page.goto('about:blank');
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  const deadline = Date.now() + 15_000;
  for (;;) {
    const { result } = await connection.send('browsingContext.getTree', { root: context });
    if (result.contexts?.[0]?.url.startsWith(url)) break;
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url} within 15 s.`);
  }
  await page.waitForFunction(() => document.readyState === 'complete', { timeout: 15_000 });
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => {
      if (url.startsWith('moz-extension:')) await arrive(page, url);
      else await page.goto(url);
    },
    url: () => page.url(),
    // Puppeteer's own types for the argument are narrower than what it really sends.
    evaluate: (fn, argument) => page.evaluate(fn as never, argument as never) as never,
    until: async (fn, argument, timeout = 15_000) =>
      void (await page.waitForFunction(fn as never, { timeout }, argument as never)),
    press: (keys) => chord(page, keys),
    type: (text) => page.keyboard.type(text),
    clickAt: (x, y) => page.mouse.click(x, y),
    click: (selector) => page.locator(selector).click(),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** `Control+Enter`: all but the last key are held down. */
async function chord(page: Page, keys: string): Promise<void> {
  // Puppeteer names keys as Playwright does; the type lists them, and we pass on what a test says.
  const names = keys.split('+') as KeyInput[];
  const last = names.pop();
  for (const name of names) await page.keyboard.down(name);
  if (last !== undefined) await page.keyboard.press(last);
  for (const name of names.reverse()) await page.keyboard.up(name);
}
