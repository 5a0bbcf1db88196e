import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { probeChromium } from './probe-chromium.ts';
import type { Driven, Made, Tab } from './tab.ts';

/** Chromium with what only its debugging protocol can do. */
export interface DrivenChromium extends Driven {
  readonly context: BrowserContext;
  /** The Playwright page behind a tab. */
  pageOf(tab: Tab): Page;
  /** Ends the service worker as the browser would; the next event starts a new one. */
  killWorker(): Promise<void>;
}

interface Options {
  /** Path of a browser of Chromium's family; see `findChromium`. */
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Folder of the browser profile; an empty string takes a fresh one that is thrown away. */
  readonly profile: string;
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** Starts a browser with the extension in it; resolves once the extension runs. */
export async function driveChromium(options: Options): Promise<DrivenChromium> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: options.headless,
    // In a window the page follows the window; without one it needs a size.
    viewport: options.headless ? { width: 1280, height: 900 } : null,
    ...(options.headless ? { colorScheme: options.colorScheme ?? 'light' } : {}),
    // A page that is left waits for Back, as it does for everybody else.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    // Ctrl+C is for us: we close the browser and then the rest, in that order.
    handleSIGINT: false,
    args: [
      // Containers and root have no sandbox to offer; everybody else keeps theirs.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
    ],
  });
  try {
    const [running] = context.serviceWorkers();
    const worker = running ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
    return drivenBy(context, new URL('/', worker.url()).href);
  } catch (thrown) {
    await context.close();
    throw new Error(
      `${options.executable} did not load the extension. Set PENCHANT_CHROMIUM to a Chromium.`,
      { cause: thrown },
    );
  }
}

function drivenBy(context: BrowserContext, extensionUrl: string): DrivenChromium {
  const pages = new Map<Tab, Page>();
  const open = async (url: string): Promise<Tab> => {
    const page = await context.newPage();
    await page.goto(url);
    const tab = tabOf(page);
    pages.set(tab, page);
    return tab;
  };
  const pageOf = (tab: Tab): Page => {
    const page = pages.get(tab);
    if (!page) throw new Error('This tab belongs to another browser.');
    return page;
  };
  return {
    name: 'chromium',
    context,
    open,
    pageOf,
    openOurs: (name) => open(extensionUrl + name),
    probe: (tab, frameUrl) => probeChromium(pageOf(tab), frameUrl),
    watch: (listener) => {
      context.on('console', (message) => listener({ kind: 'console', text: message.text() }));
      context.on('weberror', (error) => listener({ kind: 'error', text: String(error.error()) }));
      context.on('request', (request) => listener({ kind: 'request', text: request.url() }));
      context.on('dialog', (dialog) => {
        listener({ kind: 'dialog', text: dialog.message() });
        void dialog.dismiss();
      });
    },
    elements: (tab) => elementsIn(pageOf(tab)),
    killWorker: async () => {
      const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close: () => context.close(),
  };
}

/** By the debugging protocol, which sees into closed shadow trees; frames of the page included. */
async function elementsIn(page: Page): Promise<Made[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  return nodes.flatMap(({ nodeType, localName, attributes = [] }) => {
    if (nodeType !== 1) return [];
    // Names and values in turns.
    const pairs = attributes.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name, attributes[at + 1] ?? '']] : [],
    );
    return [{ name: localName, attributes: new Map(pairs) }];
  });
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    url: () => page.url(),
    // Playwright's own types for functions and arguments are narrower than what it really sends.
    evaluate: (fn, argument) => page.evaluate(fn as never, argument as never) as never,
    until: async (fn, argument, timeout = 15_000) =>
      void (await page.waitForFunction(fn as never, argument as never, { timeout })),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    clickAt: (x, y) => page.mouse.click(x, y),
    click: (selector) => page.click(selector),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
}
