import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEpisodes, listPreferences } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { typeEdit } from '../../scripts/drive/type-edit.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/** A form that keeps what is typed, and takes it only with a subject. */
const form = (text: string): string => `<!doctype html><title>Contact</title>
<form method="post" action="/"><input name="subject">
<textarea name="text" rows="14" cols="70">${text}</textarea><button>Post</button></form>
<script>
  const field = document.querySelector('textarea');
  field.value ||= localStorage.getItem('draft') ?? '';
  field.addEventListener('input', () => localStorage.setItem('draft', field.value));
</script>`;

/** A page that sends without leaving, and offers to undo it. */
const app = `<!doctype html><title>App</title><h1>Letters</h1>
<form><textarea name="text" rows="14" cols="70"></textarea><button>Post</button></form>
<script>
  const form = document.querySelector('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const undo = document.createElement('button');
    undo.id = 'undo';
    undo.textContent = 'Undo';
    undo.addEventListener('click', () => undo.replaceWith(form));
    form.replaceWith(undo);
  });
</script>`;

const text = (page: Tab): Promise<string> =>
  page.evaluate(() => document.querySelector('textarea')?.value ?? '', null);

describe.each(browserNames)('a draft that comes back, in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const posted = new URLSearchParams(body);
      response.setHeader('content-type', 'text/html');
      if (request.url === '/app') response.end(app);
      else
        response.end(
          posted.get('subject')
            ? '<title>Thanks</title><script>localStorage.clear()</script>'
            : form(posted.get('text') ?? ''),
        );
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

  async function withDraft(path = ''): Promise<{ page: Tab; draft: string }> {
    const page = await practice.browser.open(address + path);
    const probe = await practice.browser.probe(page);
    await page.click('textarea');
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel came, and the box was damaged');
    await insertDraft(page);
    await page.until(() => document.querySelector('textarea')?.value, null);
    return { page, draft: await text(page) };
  }

  const newest = async () => (await listEpisodes(practice.desk.own)).episodes[0];

  async function postWithSubject(page: Tab): Promise<void> {
    await page.evaluate(() => {
      const field = document.querySelector('input');
      if (field) field.value = 'A parcel';
    }, null);
    await page.click('button');
    await page.until(() => document.title === 'Thanks', null);
  }

  test('after the server refused it, is not taken for sent, and is learned from once it is', async () => {
    const { page, draft } = await withDraft();
    const first = draft.replace(/^Hello.*$/m, 'Good day!');
    await typeEdit(page, draft, first);
    await page.click('button');
    await page.until(() => document.querySelector('textarea')?.value, null);
    const left = async () => (await newest())?.trace?.left;
    await expect.poll(left).toBe('unknown');
    expect(await newest()).toMatchObject({ outcome: 'open', final: null, standing: null });
    await page.click('textarea');
    const probe = await practice.browser.probe(page);
    await probe.wait({ role: 'button', name: panelWords.launcher });
    // A key that writes nothing, and a pause: once it is known again, it is said to stand there.
    await page.press('Control');
    await expect.poll(left, { timeout: 10_000 }).toBe('standing');
    const final = first.replace('damaged', 'quite damaged');
    await typeEdit(page, first, final);
    await postWithSubject(page);
    const episode = await learnedEpisode(practice.desk.own, final);
    expect(episode.draft).toBe(draft);
    const learned = await listPreferences(practice.desk.own);
    expect(learned.map(({ description }) => description)).toContain('Greets with “Good day!”');
    await page.close();
  });

  test('with “undo send” is not sent any more, and is sent as it was the second time', async () => {
    const { page, draft } = await withDraft('app');
    const first = draft.replace('damaged', 'badly damaged');
    await typeEdit(page, draft, first);
    await page.click('button');
    await expect.poll(newest).toMatchObject({ outcome: 'sent', final: first, standing: null });
    await page.click('#undo');
    await page.click('h1');
    await expect.poll(newest).toMatchObject({ outcome: 'open', final: null, standing: null });
    await page.click('textarea');
    const final = first.replace('badly', 'rather');
    await typeEdit(page, first, final);
    await page.click('button');
    await expect.poll(newest).toMatchObject({ outcome: 'sent', final, draft });
    await page.close();
  });

  test('after its page was left, is still ours, with the edits from before', async () => {
    const { page, draft } = await withDraft();
    const before = draft.replace('damaged', 'somewhat damaged');
    await typeEdit(page, draft, before);
    await page.evaluate(() => location.assign('/elsewhere'), null);
    await expect.poll(async () => (await newest())?.trace?.left).toBe('closed');
    await page.close();
    expect(await newest()).toMatchObject({ outcome: 'open', final: null });

    const again = await practice.browser.open(address);
    const probe = await practice.browser.probe(again);
    expect(await text(again)).toBe(before);
    await again.click('textarea');
    await probe.wait({ role: 'button', name: panelWords.launcher });
    const final = before.replace('somewhat', 'really');
    await typeEdit(again, before, final);
    await postWithSubject(again);
    const episode = await learnedEpisode(practice.desk.own, final);
    expect(episode.draft).toBe(draft);
    await again.close();
  });
});
