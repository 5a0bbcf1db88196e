import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { askExtension, listEpisodes, listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { PanelProbe } from '../../scripts/drive/panel-probe.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/*
 * Webmails that keep the compose box in a frame: of another site (GMX, web.de, mail.com, iCloud), of
 * their own site but without scripts of its own (Proton), or one that is written anew after it was
 * loaded. Two hosts of loopback stand for two sites.
 */

/** Tells the page around what is in the field: nobody else can look into a frame of another site. */
const field = `<textarea name="text" style="position: absolute; inset: 0 0 40px; width: 100%"></textarea>
<script>
  const [field] = document.getElementsByTagName('textarea');
  field.addEventListener('input', () => parent.postMessage(field.value, '*'));
  addEventListener('message', () => {
    const { left, top, right, bottom } = document.querySelector('penchant-panel').getBoundingClientRect();
    const fits = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    parent.postMessage('The panel ' + (fits ? 'fits.' : 'does not fit.'), '*');
  });
</script>`;

const pages: Record<string, string> = {
  '/thanks': '<title>Thanks</title><script>parent.postMessage("Thanks", "*")</script>',
  '/form': `<form method="post" action="/thanks">${field}
    <button style="position: absolute; bottom: 5px">Post</button></form>`,
  // As GMX has it: the editor is a frame in the frame, and the send button lies beside it.
  '/gmx': `<form><input class="mailobjectpanel-textfield_input" value="Parcel" tabindex="-1">
    <ul><li class="select2-search-choice"><div>Alex Kim &lt;alex@acme.example&gt;</div></li></ul>
    <iframe class="cke_wysiwyg_frame" style="width: 400px; height: 220px"></iframe>
    <button type="button" id="compose-form-submit-send">Send</button></form>
    <script>
      const letter = document.querySelector('iframe').contentDocument;
      letter.open();
      letter.write('<body id="body" contenteditable="true"><div><br></div></body>');
      letter.close();
      letter.addEventListener('input', () => parent.postMessage(letter.body.innerText, '*'));
      document.querySelector('button').addEventListener('click', () => {
        document.forms[0].remove();
        parent.postMessage('Sent', '*');
      });
    </script>`,
  // As iCloud has it: nothing but the editor is in the frame.
  '/editor': `<div id="editor" contenteditable="true" style="min-height: 200px"><div><br></div></div>
    <script>document.addEventListener('input', () => parent.postMessage(document.body.innerText, '*'));</script>`,
  '/letter': `<body style="margin: 0"><input name="subject" style="height: 30px">
    <div contenteditable="true" style="min-height: 200px"><p><br></p></div></body>`,
};

/** The page around: a search box of its own, and the frame at a fixed place. */
const around = (frame: string): string => `<!doctype html><title>Around</title>
  <input type="search" style="position: absolute; top: 10px; left: 10px; width: 200px">
  <script>addEventListener('message', ({ data }) => { window.told = data; });</script>
  ${frame}`;

const placed = (width: number, height: number): string =>
  `style="position: absolute; left: 100px; top: 100px; width: ${width}px; height: ${height}px"`;
const place = placed(460, 420);

async function serve(answer: (path: string) => string): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(answer(request.url ?? '/'));
  });
  // Every name of this machine: `localhost` may be any of them.
  await new Promise<void>((listening) => server.listen(0, listening));
  // A server that listens on a port has an address of this kind.
  return { server, port: (server.address() as AddressInfo).port };
}

/** What a user who allows the webmail and its frame gives. */
async function allowBothHosts(folder: string): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  manifest['host_permissions'] = ['http://127.0.0.1/*', 'http://localhost/*'];
  await writeFile(path, JSON.stringify(manifest));
}

const told = (page: Tab): Promise<unknown> =>
  // The page's own script puts it there.
  page.evaluate(() => (window as unknown as { told?: unknown }).told, null);
const isTold = (page: Tab, wanted: string): Promise<void> =>
  page.until((text) => (window as unknown as { told?: string }).told?.startsWith(text), wanted);

describe.each(browserNames)('a compose box in a frame, in %s', (name) => {
  let practice: Practice;
  let inner: Awaited<ReturnType<typeof serve>>;
  let outer: Awaited<ReturnType<typeof serve>>;
  const open: Tab[] = [];

  beforeAll(async () => {
    inner = await serve((path) => pages[path] ?? '');
    const frames: Record<string, string> = {
      '/other-site': `<iframe ${place} src="http://localhost:${inner.port}/form"></iframe>`,
      '/navigator': `<iframe ${place} src="http://localhost:${inner.port}/gmx"></iframe>`,
      '/icloud': `<div id="compose"><input value="alex@acme.example" aria-label="To">
        <iframe ${place} src="http://localhost:${inner.port}/editor"></iframe>
        <button style="position: absolute; top: 60px; left: 100px">Send</button></div>
        <script>document.querySelector('button').addEventListener('click', () => {
          document.querySelector('#compose').remove();
          window.told = 'Sent';
        });</script>`,
      '/small': `<iframe ${placed(300, 180)} src="http://localhost:${inner.port}/form"></iframe>`,
      '/no-scripts': `<iframe ${place} src="/letter" sandbox="allow-same-origin"></iframe>`,
      '/written-anew': `<iframe ${place}></iframe><script>
        const frame = document.querySelector('iframe');
        function write(text) {
          const page = frame.contentDocument;
          page.open();
          page.write('<body contenteditable="true" style="margin: 0; min-height: 200px"><p>' + text + '</p></body>');
          page.close();
        }
        write('First');
      </script>`,
    };
    outer = await serve((path) => pages[path] ?? around(frames[path] ?? ''));
    practice = await practiceOn(name, { prepare: allowBothHosts });
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.close();
  });
  afterAll(async () => {
    await practice?.close();
    inner?.server.close();
    outer?.server.close();
  });

  async function visit(path: string): Promise<Tab> {
    const page = await practice.browser.open(`http://127.0.0.1:${outer.port}${path}`);
    open.push(page);
    return page;
  }

  /** Goes into the frame by the Tab key, or by a click at `at`. */
  async function framed(
    path = '/other-site',
    at?: readonly [number, number],
  ): Promise<{ page: Tab; probe: PanelProbe }> {
    const page = await visit(path);
    const probe = await practice.browser.probe(page, `http://localhost:${inner.port}`);
    await page.click('[type=search]');
    if (at) await page.clickAt(...at);
    else await page.press('Tab');
    return { page, probe };
  }

  test('of another site is drafted in, sent from and learned from', async () => {
    const { page, probe } = await framed();
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel came, and the box was damaged');
    await insertDraft(page);
    await isTold(page, 'Hello');
    const draft = String(await told(page));
    expect(draft).toContain('The parcel came, and the box was damaged.');
    await page.press('Control+Home');
    for (const [first = ''] = draft.split('\n'), keys = [...first]; keys.length > 0; keys.pop()) {
      await page.press('Delete');
    }
    await page.type('Good day!');
    const final = draft.replace(/^.*/, 'Good day!');
    await isTold(page, final);
    await page.press('Tab');
    await page.press('Enter');
    await isTold(page, 'Thanks');
    await learnedEpisode(practice.desk.own, final);
    expect(await listPreferences(practice.desk.own)).toContainEqual(
      expect.objectContaining({ description: 'Greets with “Good day!”' }),
    );
  });

  test('of another site is where the toolbar button opens the panel', async () => {
    const { page, probe } = await framed();
    await probe.wait({ role: 'button', name: panelWords.launcher });
    const { own } = practice.desk;
    expect(await askExtension(own, 'here.read', {})).toMatchObject({
      origin: `http://127.0.0.1:${outer.port}`,
      compose: { site: `localhost:${inner.port}` },
    });
    // The page around has the focus now, but nothing is written there.
    await page.click('[type=search]');
    await askExtension(own, 'panel.open', {});
    const notes = await probe.wait({ role: 'textbox', name: panelWords.notes });
    expect(notes.disabled).toBe(false);
    const around = await practice.browser.probe(page);
    expect(await around.find({ role: 'textbox', name: panelWords.notes })).toEqual([]);
  });

  test('of another site, its editor in a frame again, is sent by the button beside it', async () => {
    const { page, probe } = await framed('/navigator');
    const { own } = practice.desk;
    await openPanel(probe);
    expect(await askExtension(own, 'here.read', {})).toMatchObject({
      compose: {
        subject: 'Parcel',
        recipients: [{ name: 'Alex Kim', address: 'alex@acme.example' }],
      },
    });
    await askForDraft(page, probe, 'the parcel is here');
    await insertDraft(page);
    const holds = (text: string): boolean | undefined =>
      (window as unknown as { told?: string }).told?.includes(text);
    await page.until(holds, 'The parcel is here.');
    await page.press('Tab');
    await page.press('Enter');
    await isTold(page, 'Sent');
    // Noted, and not waited for: what can be taken back for a while is learned from later.
    await expect
      .poll(async () => (await listEpisodes(own)).episodes[0])
      .toMatchObject({
        outcome: 'sent',
        final: expect.stringContaining('The parcel is here.'),
        context: { subject: 'Parcel', recipients: [{ name: 'Alex Kim' }] },
      });
  });

  test('of another site that holds the editor alone is drafted in, and never taken for sent', async () => {
    const { page, probe } = await framed('/icloud', [200, 150]);
    const { own } = practice.desk;
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel is here');
    await insertDraft(page);
    await page.until(
      () => (window as unknown as { told?: string }).told?.includes('The parcel is here.'),
      null,
    );
    const before = (await listEpisodes(own)).episodes[0];
    expect(before).toMatchObject({ outcome: 'open', context: { recipients: [], subject: '' } });
    await page.click('button');
    await isTold(page, 'Sent');
    // What the frame said when it was taken away came before this question.
    const [after] = (await listEpisodes(own)).episodes;
    expect(after).toMatchObject({ id: before?.id, outcome: 'open', final: null });
  });

  test.each(['/other-site', '/small'])(
    'of another site has room for the panel, %s',
    async (path) => {
      const { page, probe } = await framed(path);
      await openPanel(probe);
      await page.evaluate(
        () => document.querySelector('iframe')?.contentWindow?.postMessage('', '*'),
        null,
      );
      await isTold(page, 'The panel');
      expect(await told(page)).toBe('The panel fits.');
    },
  );

  test.each(['/no-scripts', '/written-anew'])('of its own site, %s', async (path) => {
    const page = await visit(path);
    if (path === '/written-anew') {
      await page.clickAt(300, 150);
      const first = await practice.browser.probe(page);
      await first.wait({ role: 'button', name: panelWords.launcher });
      await page.evaluate(() => {
        // The page's own script puts it there.
        (window as unknown as { write: (text: string) => void }).write('Again');
      }, null);
    }
    // In one of them that is a field for the subject: the caret moves on inside the frame.
    await page.clickAt(150, 115);
    await page.clickAt(300, 200);
    const probe = await practice.browser.probe(page);
    await openPanel(probe);
    await askForDraft(page, probe, 'the parcel came');
    await insertDraft(page);
    await page.until(
      () =>
        document
          .querySelector('iframe')
          ?.contentDocument?.body.textContent?.includes('The parcel came'),
      null,
    );
  });
});
