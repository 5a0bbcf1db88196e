import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { textPrint } from '../../src/webmail/text-print.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/*
 * What becomes of a draft when its page is left: a form that is answered by something else than thanks,
 * a tab that is closed, Back. Whatever comes, nothing counts as sent that was not.
 */

/** A form whose page keeps what is typed, with a link out of it. */
const form = (action: string, text = ''): string => `<!doctype html><title>Contact</title>
<form method="post" action="${action}">
<textarea name="text" rows="14" cols="70">${text}</textarea><button>Post</button></form>
<a href="/elsewhere">Elsewhere</a>
<script>
  const field = document.querySelector('textarea');
  field.value ||= localStorage.getItem('draft') ?? '';
  field.addEventListener('input', () => localStorage.setItem('draft', field.value));
  addEventListener('pageshow', ({ persisted }) => fetch('/shown?persisted=' + persisted));
</script>`;

const login = `<!doctype html><title>Log in</title>
<form><input name="user"><input name="pass" type="password"><button>Log in</button></form>`;

const text = (page: Tab): Promise<string> =>
  page.evaluate(() => document.querySelector('textarea')?.value ?? '', null);

describe.each(browserNames)('a page that is left, in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let port: number;
  const asked: string[] = [];
  const posted: string[] = [];
  const open: Tab[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const path = request.url ?? '/';
      asked.push(path);
      let body = '';
      for await (const part of request) body += part;
      const text = new URLSearchParams(body).get('text') ?? '';
      response.setHeader('content-type', 'text/html');
      if (request.method !== 'POST') {
        response.end(path.startsWith('/form') ? form(path.slice('/form'.length)) : '<p>Elsewhere');
        return;
      }
      posted.push(text.replaceAll('\r\n', '\n'));
      // Never answered: the tab is closed before.
      if (path === '/slow') return;
      if (path === '/error') response.statusCode = 503;
      if (path === '/other-site') {
        response.writeHead(303, { location: `http://localhost:${port}/log-in` }).end();
      } else if (path === '/log-in') response.end(login);
      else if (path === '/refused') response.end(form('/refused', text));
      else response.end('<title>Thanks</title>');
    });
    await new Promise<void>((listening) => server.listen(0, listening));
    // A server that listens on a port has an address of this kind.
    port = (server.address() as AddressInfo).port;
    practice = await practiceOn(name);
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });
  afterAll(async () => {
    await practice?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const newest = async () => (await listEpisodes(practice.desk.own)).episodes[0];
  const arrived = (path: string): Promise<unknown> =>
    expect.poll(() => asked.includes(path)).toBe(true);

  /** Opens the form that is sent to `action`, has a draft put in, and changes its end. */
  async function written(action: string): Promise<{ page: Tab; draft: string; final: string }> {
    asked.length = 0;
    const page = await practice.browser.open(`http://127.0.0.1:${port}/form${action}`);
    open.push(page);
    const probe = await practice.browser.probe(page);
    await page.evaluate(() => {
      localStorage.clear();
      const field = document.querySelector('textarea');
      if (field) field.value = '';
    }, null);
    await page.click('textarea');
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel came');
    await insertDraft(page);
    await page.until(() => document.querySelector('textarea')?.value, null);
    const draft = await text(page);
    await page.press('Control+End');
    await page.type(` (${action})`);
    return { page, draft, final: await text(page) };
  }

  /** The tab goes as if its user closed it. */
  async function closeTab(page: Tab): Promise<void> {
    open.splice(open.indexOf(page), 1);
    await practice.desk.own.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      const closed = tabs.find((tab) => tab.url === url);
      if (closed?.id === undefined) throw new Error(`No tab shows ${url}.`);
      await chrome.tabs.remove(closed.id);
    }, page.url());
  }

  /** By keys: a driver waits after a click until its page is there. */
  async function post(page: Tab): Promise<void> {
    await page.press('Tab');
    await page.press('Enter');
  }

  // Firefox hands on nothing that a page says while its tab is closed.
  const heardOfIt = name === 'firefox' ? 'standing' : null;
  const unsent = { outcome: 'open', final: null, cost: null };

  test.each([
    ['the session has ended and a log-in answers', '/log-in'],
    ['the log-in that answers is on another site', '/other-site'],
    ['the server fails', '/error'],
    ['the server gives the form back with its text', '/refused'],
  ])('has sent nothing where %s, whoever touches it', async (_why, action) => {
    const { page, final } = await written(action);
    await page.click('button');
    await expect.poll(() => posted.at(-1)).toBe(final);
    await expect.poll(newest).toMatchObject({ ...unsent, trace: { left: 'unknown' } });
  });

  test('has sent where thanks come, and is learned from; none of those before is, later', async () => {
    const { page, final } = await written('/thanks');
    await page.click('button');
    await page.until(() => document.title === 'Thanks', null);
    expect((await learnedEpisode(practice.desk.own, final)).outcome).toBe('sent');
    // That took longer than anybody goes on looking at what came before.
    const { episodes, waiting } = await listEpisodes(practice.desk.own);
    const others = episodes.filter((episode) => episode.final !== final);
    expect([others.map(({ outcome }) => outcome), waiting]).toEqual([Array(4).fill('open'), 0]);
  });

  test('has sent nothing where its tab is closed before an answer', async () => {
    const { page } = await written('/slow');
    await post(page);
    await arrived('/slow');
    await closeTab(page);
    await expect.poll(newest).toMatchObject({ ...unsent, trace: { left: heardOfIt ?? 'unknown' } });
  });

  test('is known again after its tab was closed while somebody was writing', async () => {
    const { page, draft, final } = await written('/closed');
    const print = textPrint(final);
    await expect.poll(async () => (await newest())?.trace?.print).toBe(print);
    await closeTab(page);
    await expect
      .poll(newest)
      .toMatchObject({ ...unsent, trace: { print, left: heardOfIt ?? 'closed' } });

    const again = await practice.browser.open(`http://127.0.0.1:${port}/form/closed`);
    open.push(again);
    expect(await text(again)).toBe(final);
    const probe = await practice.browser.probe(again);
    await again.click('textarea');
    await probe.wait({ role: 'button', name: panelWords.launcher });
    // A key that writes nothing, and a pause: once it is known again, it is said to stand there.
    await again.press('Control+End');
    const left = async () => (await newest())?.trace?.left;
    await expect.poll(left, { timeout: 15_000 }).toBe('standing');
    await again.type('!');
    await again.click('button');
    await again.until(() => document.title === 'Thanks', null);
    expect((await learnedEpisode(practice.desk.own, `${final}!`)).draft).toBe(draft);
  });

  test('has sent nothing where somebody goes elsewhere and Back, and works as before then', async () => {
    const { page, draft, final } = await written('/back');
    await page.click('a');
    await arrived('/elsewhere');
    await expect.poll(newest).toMatchObject({ ...unsent, trace: { left: 'closed' } });
    await page.until(() => document.body.textContent === 'Elsewhere', null);
    await page.evaluate(() => history.back(), null);
    await arrived('/shown?persisted=true');
    // By place, for a driver may not know the page that came back.
    await page.clickAt(200, 100);
    await page.press('Control+End');
    await page.type('!');
    await post(page);
    await expect.poll(() => posted.at(-1)).toBe(`${final}!`);
    const episode = await learnedEpisode(practice.desk.own, `${final}!`);
    expect(episode).toMatchObject({ draft, outcome: 'sent' });
  });
});
