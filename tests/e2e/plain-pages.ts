import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { type KeyInput, launch } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { languages, translate } from '../fixtures/webmail/translate.ts';

/** A page in a real browser, without any extension: the same for both. */
export interface PlainPage {
  goto(url: string): Promise<void>;
  url(): string;
  /** Runs `fn` in the page; it must not close over anything. */
  evaluate<Argument, Answer>(
    fn: (argument: Argument) => Answer,
    argument: Argument,
  ): Promise<Awaited<Answer>>;
  until(fn: () => unknown): Promise<void>;
  click(selector: string): Promise<void>;
  /** `Control+z`: all but the last key are held down. */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
}

export interface PlainBrowser {
  readonly page: PlainPage;
  /**
   * Another tab comes to the front, until what it answers is called: the page has not the focus. `null`
   * where the driver has every page believe that it has it.
   */
  readonly turnAway: (() => Promise<() => Promise<void>>) | null;
  close(): Promise<void>;
}

export async function plainChromium(): Promise<PlainBrowser> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  return {
    turnAway: null,
    page: {
      goto: async (url) => void (await page.goto(url)),
      url: () => page.url(),
      // Playwright's own types for the argument are narrower than what it really sends.
      evaluate: (fn, argument) => page.evaluate(fn as never, argument as never) as never,
      until: async (fn) =>
        void (await page.waitForFunction(fn as never, null, { timeout: 15_000 })),
      click: (selector) => page.click(selector),
      press: (keys) => page.keyboard.press(keys),
      type: (text) => page.keyboard.type(text),
    },
    close: () => browser.close(),
  };
}

export async function plainFirefox(): Promise<PlainBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
  });
  const page = await browser.newPage();
  return {
    turnAway: async () => {
      const other = await browser.newPage();
      await other.bringToFront();
      return async () => {
        await other.close();
        await page.bringToFront();
      };
    },
    page: {
      goto: async (url) => void (await page.goto(url)),
      url: () => page.url(),
      evaluate: (fn, argument) => page.evaluate(fn as never, argument as never) as never,
      until: async (fn) => void (await page.waitForFunction(fn as never, { timeout: 15_000 })),
      click: (selector) => page.click(selector),
      press: async (keys) => {
        // Puppeteer names keys as Playwright does; its type lists them all.
        const names = keys.split('+') as KeyInput[];
        const last = names.pop();
        for (const name of names) await page.keyboard.down(name);
        if (last) await page.keyboard.press(last);
        for (const name of names.reverse()) await page.keyboard.up(name);
      },
      type: (text) => page.keyboard.type(text),
    },
    close: () => browser.close(),
  };
}

/** `src/webmail` as one classic script that puts `webmail` on the page's global. */
export async function bundleWebmail(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'tests/fixtures/webmail/in-page.ts', name: 'webmail', formats: ['iife'] },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('Vite built nothing.');
  return chunk.code;
}

/** Serves the fixtures on loopback, with `script` before everything else; `page.html?de` is German. */
export async function serveFixtures(script: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, name, asked] = /^\/([\w-]+\.html)(?:\?(\w+))?/.exec(request.url ?? '') ?? [];
    const language = languages.find((known) => known === asked) ?? 'en';
    readFile(`tests/fixtures/webmail/${name}`, 'utf8').then(
      (html) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        const page = translate(html, language);
        // A function, for the script may hold what `replace` takes for a reference.
        response.end(page.replace('<head>', () => `<head><script>${script}</script>`));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
