import { type KeyInput, launch, type Page } from 'puppeteer-core';
import { bidiOf, type RemoteNode } from './bidi.ts';
import { probeFirefox } from './probe-firefox.ts';
import type { Driven, Made, Noticed, Tab } from './tab.ts';

const addonId = 'penchant@penchant.invalid';
/** Firefox makes a new one for every profile unless it is told. */
const uuid = '11111111-2222-4333-8444-555555555555';

/** Firefox with what only the one who started it can do. */
export interface DrivenFirefox extends Driven {
  /** Process number of the browser. */
  readonly pid: number;
  /** What a tab shows now, as a PNG. */
  picture(tab: Tab): Promise<Uint8Array>;
}

interface Options {
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Folder of the profile, which must exist; without one, a fresh one that is thrown away. */
  readonly profile?: string;
}

/** Launches headless Firefox over WebDriver BiDi with the extension as a temporary add-on. */
export async function driveFirefox(options: Options): Promise<DrivenFirefox> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    defaultViewport: { width: 1280, height: 860 },
    // Without it, Firefox refuses to navigate a driven tab to a page of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      // A temporary add-on goes with the browser; what it stored must be there for the next one.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // However often its process ends, the background is to come back.
      'extensions.webextensions.crash.threshold': 100_000,
    },
  });
  await browser.installExtension(options.extension);
  const pages = new Map<Tab, Page>();
  const listeners: ((noticed: Noticed) => void)[] = [];
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    const tab = tabOf(page);
    pages.set(tab, page);
    for (const listener of listeners) notice(page, listener);
    await tab.goto(url);
    return tab;
  };
  const pageOf = (tab: Tab): Page => {
    const page = pages.get(tab);
    if (!page) throw new Error('This tab belongs to another browser.');
    return page;
  };
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('Firefox has no process of its own.');
  return {
    name: 'firefox',
    pid,
    open,
    openOurs: (name) => open(`moz-extension://${uuid}/${name}`),
    probe: async (tab, frameUrl) => probeFirefox(pageOf(tab), frameUrl),
    watch: (listener) => {
      listeners.push(listener);
      for (const page of pages.values()) notice(page, listener);
    },
    elements: async (tab) => elementsIn(pageOf(tab)),
    picture: async (tab) => {
      const { connection, context } = bidiOf(pageOf(tab));
      const taken = await connection.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(taken.result.data ?? '', 'base64');
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
  const deadline = Date.now() + 15_000;
  const navigate = (): Promise<unknown> =>
    connection.send('browsingContext.navigate', { context, url, wait: 'none' }).catch((thrown) => {
      // Just started, it may stumble over its own look at the page's status; the page is not there then.
      if (!String(thrown).includes('NS_ERROR_NOT_AVAILABLE') || Date.now() > deadline) throw thrown;
      return navigate();
    });
  await navigate();
  for (;;) {
    const { result } = await connection.send('browsingContext.getTree', { root: context });
    if (result.contexts?.[0]?.url.startsWith(url)) break;
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url} within 15 s.`);
  }
  await page.waitForFunction(() => document.readyState === 'complete', { timeout: 15_000 });
}

function notice(page: Page, listener: (noticed: Noticed) => void): void {
  page.on('console', (message) => listener({ kind: 'console', text: message.text() }));
  page.on('pageerror', (error) => listener({ kind: 'error', text: String(error) }));
  page.on('request', (request) => listener({ kind: 'request', text: request.url() }));
  page.on('dialog', (dialog) => {
    listener({ kind: 'dialog', text: dialog.message() });
    void dialog.dismiss();
  });
}

async function elementsIn(page: Page): Promise<Made[]> {
  const { connection, context } = bidiOf(page);
  const { result } = await connection.send('script.evaluate', {
    expression: 'document',
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  const found: Made[] = [];
  const look = ({ value }: RemoteNode): void => {
    if (value?.localName) {
      const attributes = new Map(Object.entries(value.attributes ?? {}));
      found.push({ name: value.localName, attributes });
    }
    if (value?.shadowRoot) look(value.shadowRoot);
    for (const child of value?.children ?? []) look(child);
  };
  if (result.result) look(result.result as RemoteNode);
  return found;
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
