import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type PlainBrowser,
  type PlainPage,
  plainChromium,
  plainFirefox,
  serveFixtures,
} from './plain-pages.ts';
import { attend, type WebmailWindow, webmailScript } from './webmail-page.ts';

/*
 * A draft that comes at an odd moment: the caret is elsewhere, the window has not the focus, the editor
 * corrects what was put in, or somebody types on before it has settled.
 */

declare const window: WebmailWindow & { settle: () => void };

const draft = 'Hi Alex,\n\nteh plan is fine.\n\nSam';

let server: Awaited<ReturnType<typeof serveFixtures>>;
beforeAll(async () => {
  server = await serveFixtures(await webmailScript());
});
afterAll(() => server.close());

const browsers: readonly [string, () => Promise<PlainBrowser>][] = [
  ['Chromium', plainChromium],
  ['Firefox', plainFirefox],
];

const places = [
  ['a rich editor', 'practice.html', '[data-role=editor]'],
  ['a plain text field', 'practice-plain.html', '[data-role=editor]'],
  ['an editor in a frame', 'roundcube-rich.html', '#tinymce'],
] as const;

describe.each(browsers)('%s', (name, start) => {
  let browser: PlainBrowser;
  let page: PlainPage;
  beforeAll(async () => {
    browser = await start();
    page = browser.page;
  });
  afterAll(() => browser.close());

  const insert = () =>
    page.evaluate((draft) => {
      const editor = window.compose.editor();
      if (!editor) throw new Error('There is no editor.');
      return window.webmail.insertDraft(editor, draft, { replace: null });
    }, draft);

  const body = () =>
    page.evaluate(() => {
      const { text = '', quote = '', signature = '' } = window.compose.read() ?? {};
      return { text, quote, signature };
    }, null);

  describe.each(places)('into %s', (_what, file, selector) => {
    beforeEach(async () => {
      await page.goto(server.url + file);
      await attend(page, selector);
    });

    test.each(['signature', 'quote'] as const)(
      'a draft goes above signature and quote where the caret is in the %s',
      async (part) => {
        const before = await body();
        await page.evaluate((part) => {
          const editor = window.compose.editor();
          const text = window.compose.read()?.[part].trim().split('\n').at(-1) ?? '';
          if (!editor || text === '') throw new Error(`There is no ${part}.`);
          const { element, document } = editor;
          if ('setSelectionRange' in element) {
            const field = element as HTMLTextAreaElement;
            const at = field.value.indexOf(text);
            field.setSelectionRange(at, at + text.length);
            return;
          }
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            if (!walker.currentNode.textContent?.includes(text)) continue;
            document.getSelection()?.selectAllChildren(walker.currentNode);
          }
        }, part);
        expect(await insert()).toMatchObject({ ok: true });
        expect(await body()).toEqual({ ...before, text: draft });
      },
    );

    // In Chromium the driver has every page believe that it has the focus.
    test.runIf(name === 'Firefox')('a draft goes in although another tab is in front', async () => {
      const before = await body();
      const comeBack = await browser.turnAway?.();
      expect(await page.evaluate(() => document.hasFocus(), null)).toBe(false);
      const result = await insert();
      await comeBack?.();
      expect(result).toMatchObject({ ok: true });
      expect(await body()).toEqual({ ...before, text: draft });
      await page.evaluate(() => window.compose.editor()?.element.focus(), null);
      await page.press('Control+z');
      expect(await body()).toEqual(before);
    });

    /** As the content script does it: watches at once, and the page has its turn until `settle`. */
    const insertAndWatch = async (): Promise<void> => {
      await insert();
      await page.evaluate(() => {
        const settled = new Promise<void>((resolve) => {
          window.settle = resolve;
        });
        const { signal } = new AbortController();
        window.edits = window.webmail.watchEdits(window.compose, signal, { settled });
      }, null);
    };

    /** The editor's own: without any event of the user's. */
    const correct = () =>
      page.evaluate(() => {
        const editor = window.compose.editor();
        if (!editor) return;
        const { element, document } = editor;
        if ('value' in element) {
          element.value = String(element.value).replace('teh', 'the');
        } else {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            node.data = node.data.replace('teh', 'the');
          }
        }
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }, null);

    const outcome = () =>
      page.evaluate(() => {
        const text = window.edits.look();
        const { baseline, touched, programmatic } = window.edits;
        return { text, baseline, touched, programmatic };
      }, null);

    const settle = () =>
      page.evaluate(async () => {
        window.settle();
        await new Promise((done) => setTimeout(done));
      }, null);

    test('what its editor corrects right after is no edit of the user’s', async () => {
      await insertAndWatch();
      await correct();
      await settle();
      const corrected = draft.replace('teh', 'the');
      expect(await outcome()).toEqual({
        text: corrected,
        baseline: corrected,
        touched: false,
        programmatic: false,
      });
    });

    test('what the user types in that moment is one, and measured against the draft', async () => {
      await insertAndWatch();
      await page.evaluate(() => window.compose.editor()?.element.focus(), null);
      await page.type('!');
      await settle();
      expect(await outcome()).toEqual({
        text: `${draft}!`,
        baseline: draft,
        touched: true,
        programmatic: false,
      });
    });
  });
});
