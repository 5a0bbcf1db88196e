import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PlainBrowser,
  type PlainPage,
  plainChromium,
  plainFirefox,
  serveFixtures,
} from './plain-pages.ts';
import { attend, type WebmailWindow, webmailScript } from './webmail-page.ts';

/*
 * Each way to ask for a message to be sent, by real hands in real browsers, on pages like those that have
 * it. The box leaves as soon as the page has heard of it; without that, nothing counts.
 */

declare const window: WebmailWindow;

let server: Awaited<ReturnType<typeof serveFixtures>>;
beforeAll(async () => {
  server = await serveFixtures(await webmailScript());
});
afterAll(() => server.close());

const browsers: readonly [string, () => Promise<PlainBrowser>][] = [
  ['Chromium', plainChromium],
  ['Firefox', plainFirefox],
];

const gmailArchive = `const both = document.createElement('div');
  both.setAttribute('role', 'button');
  both.className = 'Uo';
  both.textContent = 'Send and archive';
  document.querySelector('#answer [data-part=send]').before(both);`;
const cyphtArchive = `const both = document.createElement('button');
  both.type = 'button';
  both.className = 'smtp_send_archive';
  both.textContent = 'Send and archive';
  document.querySelector('#answer').append(both);`;

interface Way {
  readonly what: string;
  readonly file: string;
  readonly editor: string;
  /** A button to click, or keys to press in the editor. */
  readonly click?: string;
  readonly keys?: string;
  /** What the page has besides, as a script. */
  readonly prepare?: string;
}

const editor = '#answer [data-part=editor]';

const ways: readonly Way[] = [
  { what: 'Alt+S, on a page like Outlook', file: 'outlook.html?ja', editor, keys: 'Alt+s' },
  {
    what: 'Ctrl+Enter, on a page like Outlook',
    file: 'outlook.html',
    editor,
    keys: 'Control+Enter',
  },
  {
    what: '“send and archive”, on a page like Gmail',
    file: 'gmail.html?de',
    editor,
    click: '#answer .Uo',
    prepare: gmailArchive,
  },
  {
    what: '“send and archive”, on a page like Cypht',
    file: 'cypht.html?ja',
    editor,
    click: '.smtp_send_archive',
    prepare: cyphtArchive,
  },
  {
    what: 'the button, on a page like Zoho',
    file: 'zoho.html?as=mail.zoho.eu',
    editor: '#Zm-_Id_-Sgn',
    click: '[data-part=send]',
  },
  {
    what: 'a click that the page keeps from everybody else, at its window',
    file: 'practice.html',
    editor: '[data-role=editor]',
    click: '[name=send]',
    prepare: `addEventListener('click', (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
    }, true);`,
  },
  {
    what: 'Ctrl+Enter that the page tells its frame a second time, on a page like Proton Mail',
    file: 'proton.html',
    editor: '#rooster-editor',
    keys: 'Control+Enter',
    prepare: `const frame = document.querySelector('#answer iframe');
      frame.contentDocument.addEventListener('keydown', ({ key, ctrlKey }) => {
        frame.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
      });`,
  },
];

describe.each(browsers)('%s', (_name, start) => {
  let browser: PlainBrowser;
  let page: PlainPage;
  beforeAll(async () => {
    browser = await start();
    page = browser.page;
  });
  afterAll(() => browser.close());

  const run = (script: string): Promise<void> =>
    page.evaluate((script) => {
      const element = document.createElement('script');
      element.textContent = `{${script}}`;
      document.head.append(element);
    }, script);

  test.each(ways)('a message is sent by $what, once', async ({ file, editor, ...way }) => {
    await page.goto(server.url + file);
    await attend(page, editor);
    await page.type('Fine with me.');
    if (way.prepare) await run(way.prepare);
    if (way.click) await page.click(way.click);
    if (way.keys) await page.press(way.keys);
    expect(await page.evaluate(() => window.said, null)).toEqual(['pending']);
    await page.evaluate(() => window.compose.root.remove(), null);
    await page.until(() => window.said.length > 1);
    expect(await page.evaluate(() => window.said, null)).toEqual([
      'pending',
      'sent: Fine with me.',
    ]);
  });

  const byKeys = ways.flatMap(({ keys, ...way }) => (keys ? [{ ...way, keys }] : []));

  test.each(byKeys)('outside of the box nothing is sent by $what', async ({ file, ...way }) => {
    await page.goto(server.url + file);
    await attend(page, way.editor);
    await page.evaluate(() => {
      const search = document.createElement('input');
      document.body.prepend(search);
      search.focus();
    }, null);
    await page.press(way.keys);
    expect(await page.evaluate(() => window.said, null)).toEqual([]);
  });
});
