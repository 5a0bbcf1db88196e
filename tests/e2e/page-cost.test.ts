import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countWork, workIn } from '../../scripts/drive/count-work.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/** A page on which nobody can write a mail, and which is busy with itself. */
const reading = `<!doctype html><title>Inbox</title><input type="search"><button>More</button><ul></ul>
<script>document.querySelector('button').onclick = () => {
  for (let n = 0; n < 200; n += 1) document.querySelector('ul').append(document.createElement('li'));
}</script>`;
const writing = '<!doctype html><title>Contact</title><textarea rows="14" cols="70"></textarea>';

test.each(['chrome', 'firefox'])('what is put into a page stays small, for %s', async (target) => {
  const bytes = (name: string) => readFile(`dist/${target}/${name}.js`);
  expect((await bytes('stub')).length).toBeLessThanOrEqual(2_000);
  expect(gzipSync(await bytes('content')).length).toBeLessThanOrEqual(30_000);
});

describe.each(browserNames)('a page in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/write' ? writing : reading);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A server that listens on a port has an address of this kind.
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    practice = await practiceOn(name, { prepare: countWork });
  });
  afterAll(async () => {
    await practice?.close();
    server?.close();
  });

  test('without a compose box costs six listeners, whatever is done in it', async () => {
    const page = await practice.browser.open(`${address}/read`);
    await page.click('input');
    await page.type('invoice');
    await page.press('Enter');
    await page.click('button');
    await page.until(() => document.querySelectorAll('li').length === 200, null);
    expect(await workIn(page)).toEqual({ observers: 0, timers: 0, listeners: 6 });
    await page.close();
  });

  test('gets the rest once somebody goes to write, and that is counted', async () => {
    const page = await practice.browser.open(`${address}/write`);
    const probe = await practice.browser.probe(page);
    await page.click('textarea');
    await probe.wait({ role: 'button', name: panelWords.launcher });
    const work = await workIn(page);
    expect(work?.observers).toBeGreaterThan(0);
    expect(work?.timers).toBeGreaterThan(0);
    expect(work?.listeners).toBeGreaterThan(6);
    await page.close();
  });
});
