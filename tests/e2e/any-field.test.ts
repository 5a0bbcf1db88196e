import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { typeEdit } from '../../scripts/drive/type-edit.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/** A form as any site may have it: no webmail, and nothing that says who will read it. */
const form = `<!doctype html><title>Contact</title>
<form method="post" action="/thanks"><textarea name="text" rows="14" cols="70"></textarea>
<button>Post</button></form>`;

const text = (page: Tab): Promise<string> =>
  page.evaluate(() => document.querySelector('textarea')?.value ?? '', null);

describe.each(browserNames)('a text field of no webmail, in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let address: string;
  const posted: string[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      if (request.method === 'POST') posted.push(new URLSearchParams(body).get('text') ?? '');
      response.setHeader('content-type', 'text/html');
      response.end(request.method === 'POST' ? '<title>Thanks</title>Thanks' : form);
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

  async function post(notes: string, edit: (draft: string) => string) {
    const { own } = practice.desk;
    const page = await practice.browser.open(address);
    const probe = await practice.browser.probe(page);
    await page.click('textarea');
    await openPanel(probe);
    await askForDraft(page, probe, notes);
    await insertDraft(page);
    await page.until(() => document.querySelector('textarea')?.value, null);
    const draft = await text(page);
    const final = edit(draft);
    await typeEdit(page, draft, final);
    expect(await text(page)).toBe(final);
    await page.click('button');
    await page.until(() => document.title === 'Thanks', null);
    const episode = await learnedEpisode(own, final);
    await page.close();
    return { draft, final, episode };
  }

  test('is drafted in, posted and learned from; the habit holds in contexts like it', async () => {
    const first = await post('the parcel came, and the box was damaged', (draft) =>
      draft.replace(/^Hello.*$/m, 'Good day!'),
    );
    expect(first.draft).toContain('The parcel came, and the box was damaged.');
    const [learned] = await listPreferences(practice.desk.own);
    expect(learned).toMatchObject({
      description: 'Greets with “Good day!”',
      scope: { kind: 'nearby' },
    });
    const second = await post(
      'the second parcel came, and its box was damaged too',
      (draft) => draft,
    );
    expect(second.draft).toMatch(/^Good day!\n/);
    expect(second.episode.cost).toEqual({ words: 0, normalised: 0 });
    expect(posted.map((body) => body.replaceAll('\r\n', '\n'))).toEqual([
      first.final,
      second.final,
    ]);
  });
});
