import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { textPrint } from '../../src/webmail/text-print.ts';
import { type Practice, practiceOn } from './practice.ts';

const form = `<!doctype html><title>Contact</title>
<form method="post"><textarea name="text" rows="14" cols="70"></textarea><button>Post</button></form>`;

const text = (page: Tab): Promise<string> =>
  page.evaluate(() => document.querySelector('textarea')?.value ?? '', null);

// A Chromium that a driver started does not bring back an unpacked extension that reloads itself.
describe.each(['firefox'] as const)('an extension that is reloaded, in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.method === 'POST' ? '<title>Thanks</title>' : form);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A server that listens on a port has an address of this kind.
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    practice = await practiceOn(name);
  });
  afterAll(async () => {
    await practice?.close();
    server?.close();
  });

  /** One of our own pages, as soon as the extension is there again. */
  async function ownPageAgain(): Promise<Tab> {
    let own: Tab | null = null;
    await expect
      .poll(async () => {
        own = await practice.browser.openOurs('options.html').catch(() => null);
        return own !== null;
      })
      .toBe(true);
    if (!own) throw new Error('The extension did not come back.');
    return own;
  }

  test('under an open compose box, works there again, and the draft in it is still ours', async () => {
    const { browser, desk } = practice;
    const page = await browser.open(address);
    const probe = await browser.probe(page);
    await page.click('textarea');
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel came');
    await insertDraft(page);
    await page.until(() => document.querySelector('textarea')?.value, null);
    const draft = await text(page);
    await page.press('Control+End');
    await page.type(' Before.');
    const before = await text(page);
    const print = textPrint(before);
    await expect
      .poll(async () => (await listEpisodes(desk.own)).episodes[0]?.trace?.print)
      .toBe(print);

    // The page that asks for it goes with it, so there may be no answer.
    await desk.own.evaluate(() => chrome.runtime.reload(), null).catch(() => null);
    const own = await ownPageAgain();
    await page.front();
    await page.click('textarea');
    await probe.wait({ role: 'button', name: panelWords.launcher });
    expect(await text(page)).toBe(before);
    await page.press('Control+End');
    await page.type(' After.');
    await page.press('Tab');
    await page.press('Enter');
    await page.until(() => document.title === 'Thanks', null);
    const episode = await learnedEpisode(own, `${before} After.`);
    expect(episode).toMatchObject({ draft, outcome: 'sent' });
  });
});
