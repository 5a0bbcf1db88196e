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
 * The webmail layer in real browsers: execCommand, undo, layout and trusted events exist nowhere else.
 * The pages are made by hand after the real ones; `docs/adding-a-webmail.md` says how.
 */

declare const window: WebmailWindow;

const draft =
  'Hi Alex,\n\nThursday works. See <you> & "Room 4".\nTwo  spaces, one\ttab.\n\nCheers,\nSam';

let server: Awaited<ReturnType<typeof serveFixtures>>;
beforeAll(async () => {
  server = await serveFixtures(await webmailScript());
});
afterAll(() => server.close());

const insert = (page: PlainPage, text: string, replace: string | null = null) =>
  page.evaluate(
    ({ text, replace }) => {
      const editor = window.compose.editor();
      if (!editor) throw new Error('There is no editor.');
      return window.webmail.insertDraft(editor, text, { replace });
    },
    { text, replace },
  );

const undo = (page: PlainPage, text: string) =>
  page.evaluate((text) => {
    const editor = window.compose.editor();
    return editor !== null && window.webmail.undoInsertion(editor, text);
  }, text);

const body = (page: PlainPage) =>
  page.evaluate(() => {
    const body = window.compose.read();
    return { text: body?.text, quote: body?.quote, signature: body?.signature };
  }, null);

/** All that stands in the editor, quote and signature too, and how it is built. */
const everything = (page: PlainPage) =>
  page.evaluate(() => {
    const element = window.compose.editor()?.element;
    return element && 'value' in element ? String(element.value) : element?.innerHTML;
  }, null);

/** Line for line, without regard to how an editor keeps several spaces in a row. */
const rows = (text: string | undefined): string[] | undefined =>
  text?.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());

const browsers: readonly [string, () => Promise<PlainBrowser>][] = [
  ['Chromium', plainChromium],
  ['Firefox', plainFirefox],
];

describe.each(browsers)('%s', (_name, start) => {
  let browser: PlainBrowser;
  let page: PlainPage;
  beforeAll(async () => {
    browser = await start();
    page = browser.page;
  });
  afterAll(() => browser.close());

  /** Each with the fixture and where the caret goes. */
  const editors = [
    ['a rich editor', 'practice.html', '[data-role=editor]'],
    ['a plain text field', 'practice-plain.html', '[data-role=editor]'],
    ['an editor in a frame', 'roundcube-rich.html', '#tinymce'],
    ['a plain text field with the signature last', 'roundcube-plain.html', '#composebody'],
    ['an answer in a thread', 'gmail.html?de', '#answer [data-part=editor]'],
    ['an empty rich editor', 'gmail.html?ja', '#fresh [data-part=editor]'],
    ['an answer in a pane', 'outlook.html?ja', '#answer [data-part=editor]'],
    ['an editor in a sandboxed frame', 'proton.html?de', '#rooster-editor'],
    ['an answer below its message', 'yahoo.html', '#answer [data-part=editor]'],
    ['an answer with the signature in a box', 'fastmail.html?de', '#answer [data-part=editor]'],
    ['any text field', 'generic.html', '#letter'],
    ['any rich editor', 'generic.html', '#rich'],
    ['an editor with bare line breaks', 'generic.html', '#breaks'],
  ] as const;

  describe.each(editors)('insertion into %s', (_what, file, selector) => {
    beforeEach(async () => {
      await page.goto(server.url + file);
      await attend(page, selector);
    });

    test('puts the draft in once, above signature and quote, and reads it back', async () => {
      const start = await body(page);
      expect(start.text).toBe('');
      expect(await insert(page, draft)).toMatchObject({ ok: true });
      const after = await body(page);
      expect(rows(after.text)).toEqual(rows(draft));
      expect(after).toMatchObject({ quote: start.quote, signature: start.signature });
      const whole = (await everything(page)) ?? '';
      expect(whole.split('Thursday works')).toHaveLength(2);
      for (const part of ['Sam Porter', 'Kim wrote', 'schrieb Maria']) {
        if (whole.includes(part))
          expect(whole.indexOf(part)).toBeGreaterThan(whole.indexOf('Cheers'));
      }
    });

    test('is undone by one Ctrl+Z, which leaves what the user wrote', async () => {
      await page.type('My own words');
      const typed = await body(page);
      expect(typed.text).toBe('My own words');
      expect(await insert(page, draft)).toMatchObject({ ok: true });
      const both = await body(page);
      expect(rows(both.text)).toEqual(['My own words', '', ...(rows(draft) ?? [])]);
      expect(both).toMatchObject({ quote: typed.quote, signature: typed.signature });
      await page.press('Control+z');
      expect(await body(page)).toEqual(typed);
    });

    test('leaves the caret at the end of the draft, and typing there goes on', async () => {
      await insert(page, draft);
      await page.type(' Porter');
      expect((await body(page)).text).toMatch(/Cheers,\nSam Porter$/);
    });

    test('another draft takes the place of the first one, which is still as it was', async () => {
      await page.type('My own words');
      const typed = await body(page);
      await insert(page, draft);
      expect(await insert(page, 'Hello Alex,\n\nno.', draft)).toMatchObject({ ok: true });
      expect((await body(page)).text).toBe('My own words\n\nHello Alex,\n\nno.');
      expect(await body(page)).toMatchObject({ quote: typed.quote, signature: typed.signature });
    });

    test('another draft takes the place of the first one below which the user wrote on', async () => {
      await insert(page, draft);
      await page.press('Enter');
      await page.type('PS mine');
      expect(await insert(page, 'Hello Alex,\n\nno.', draft)).toMatchObject({ ok: true });
      expect((await body(page)).text).toMatch(/^Hello Alex,\n\nno\.\n{1,2}PS mine$/);
    });

    test('a draft that the user changed stays', async () => {
      const { text: start } = await body(page);
      expect(start).toBe('');
      await insert(page, 'Hello Alex,\n\nno');
      await page.type(', thanks.');
      expect(await insert(page, 'Second.', 'Hello Alex,\n\nno')).toMatchObject({ ok: true });
      const { text } = await body(page);
      expect(text?.split('Second.')).toHaveLength(2);
      expect(
        text
          ?.replace('Second.', '')
          .trim()
          .replace(/\n{2,}/g, '\n\n'),
      ).toMatch(/no, thanks\.$/);
    });

    test('undo takes the draft out and nothing else, also after the user wrote on', async () => {
      await insert(page, draft);
      expect(await undo(page, draft)).toBe(true);
      expect((await body(page)).text).toBe('');
      await insert(page, draft);
      await page.press('Enter');
      await page.type('PS mine');
      const both = await body(page);
      expect(await undo(page, draft)).toBe(true);
      expect((await body(page)).text).toBe('PS mine');
      expect(await body(page)).toMatchObject({ quote: both.quote, signature: both.signature });
    });

    test('undo refuses a draft that the user changed, and leaves it', async () => {
      await insert(page, draft);
      await page.press('Backspace');
      const changed = await body(page);
      expect(changed.text).toMatch(/\nSa$/);
      expect(await undo(page, draft)).toBe(false);
      expect(await body(page)).toEqual(changed);
    });

    test.each([
      ['emoji', '👍🏽 Fine 👨‍👩‍👧!\n\nSee you 🙂'],
      ['right to left', 'שלום אלכס,\n\nיום חמישי בסדר (חדר 4).\n\nسلام می‌کنم'],
      ['Chinese and Japanese', '您好，\n\n星期四可以。\n木曜日で大丈夫です。\n\n以上'],
      ['many lines', Array.from({ length: 60 }, (_, n) => `Line ${n}`).join('\n')],
      ['markup', '<img src=x onerror=alert(1)>\n&amp; <b>bold</b> "quoted"'],
    ])('keeps %s as they are', async (_kind, text) => {
      expect(await insert(page, text)).toMatchObject({ ok: true });
      expect((await body(page)).text).toBe(text);
    });
  });

  describe('insertion elsewhere', () => {
    beforeEach(() => page.goto(`${server.url}generic.html`));

    test('goes above a signature that fills the editor', async () => {
      await attend(page, '#signed');
      expect(await insert(page, draft)).toMatchObject({ ok: true });
      const after = await body(page);
      expect(rows(after.text)).toEqual(rows(draft));
      expect(after.signature).toBe('Sam');
    });

    test('is one paste where an editor has a model of its own', async () => {
      await attend(page, '#model');
      const result = await insert(page, 'Hi Alex,\n\nyes.\nSam');
      expect(result).toEqual({ ok: true, technique: 'paste' });
      expect((await body(page)).text).toBe('Hi Alex,\n\nyes.\nSam');
    });

    test('gives up where nothing works, and leaves what was there', async () => {
      await attend(page, '#deaf');
      expect(await insert(page, draft)).toEqual({ ok: false, fault: 'not-inserted' });
      expect(await everything(page)).toBe('<p>mine</p>');
    });

    test('says so where the compose box has gone', async () => {
      await attend(page, '#letter');
      const result = await page.evaluate((text) => {
        const editor = window.compose.editor();
        editor?.element.remove();
        return editor && window.webmail.insertDraft(editor, text, { replace: null });
      }, draft);
      expect(result).toEqual({ ok: false, fault: 'compose-gone' });
    });
  });

  const said = (page: PlainPage): Promise<string[]> => page.evaluate(() => window.said, null);

  describe('sending', () => {
    beforeEach(async () => {
      await page.goto(`${server.url}practice.html`);
      await attend(page, '[data-role=editor]');
      await page.type('Fine with me.');
    });

    const ways: readonly [string, () => Promise<void>][] = [
      ['a click', () => page.click('[name=send]')],
      ['Enter on the button', () => focusThen('[name=send]', 'Enter')],
      ['Space on the button', () => focusThen('[name=send]', ' ')],
      ['Ctrl+Enter', () => page.press('Control+Enter')],
      ['Enter in a field of the form', () => focusThen('[name=subject]', 'Enter')],
      [
        'a key that the page keeps from everybody else',
        async () => {
          await page.evaluate(() => {
            window.stopping = true;
          }, null);
          await page.press('Control+Enter');
        },
      ],
      [
        'the button, pressed by a script',
        () =>
          page.evaluate(() => {
            document.querySelector<HTMLElement>('[name=send]')?.click();
          }, null),
      ],
    ];

    async function focusThen(selector: string, key: string): Promise<void> {
      await page.evaluate((selector) => {
        document.querySelector<HTMLElement>(selector)?.focus();
      }, selector);
      await page.press(key);
    }

    test.each(ways)('is noticed by %s, once, with the own text only', async (_way, send) => {
      await send();
      await page.until(() => window.said.some((what) => what.startsWith('sent')));
      const all = await said(page);
      expect(all).toEqual(['pending', 'sent: Fine with me.']);
    });

    test('is not believed where the page asks back, even if the box is closed then', async () => {
      await page.evaluate(() => {
        const to = document.querySelector<HTMLInputElement>('[name=to]');
        if (to) to.value = '';
      }, null);
      await page.click('[name=send]');
      await page.until(() => document.querySelector('[role=alertdialog]'));
      await page.evaluate(() => {
        document.querySelector('[role=alertdialog]')?.remove();
        document.querySelector('form')?.remove();
      }, null);
      expect(new Set(await said(page))).toEqual(new Set(['pending']));
    });

    test('that follows a question which was answered is noticed', async () => {
      const fill = (value: string) =>
        page.evaluate((value) => {
          const to = document.querySelector<HTMLInputElement>('[name=to]');
          if (to) to.value = value;
        }, value);
      await fill('');
      await page.click('[name=send]');
      await page.until(() => document.querySelector('[role=alertdialog]'));
      await page.evaluate(() => document.querySelector('[role=alertdialog]')?.remove(), null);
      await fill('alex@acme.example');
      await page.click('[name=send]');
      await page.until(() => window.said.at(-1)?.startsWith('sent'));
    });

    test('is told from discarding, and from a box that just closes', async () => {
      await page.click('[name=discard]');
      await page.until(() => window.said.length > 0);
      expect(await said(page)).toEqual(['discarded']);
      await page.goto(`${server.url}practice.html`);
      await attend(page, '[data-role=editor]');
      await page.evaluate(() => document.querySelector('form')?.remove(), null);
      expect(await said(page)).toEqual([]);
    });

    const heardAtLast = () => page.evaluate(() => sessionStorage.getItem('said'), null);

    test('is noticed where the page is left for it, and not where a script asked', async () => {
      await page.goto(`${server.url}roundcube-rich.html`);
      await attend(page, '#tinymce');
      await page.type('On its way.');
      await page.click('.send');
      await page.until(() => location.pathname === '/sent.html');
      expect(JSON.parse((await heardAtLast()) ?? '[]').at(-1)).toBe('sent: On its way.');

      await page.goto(`${server.url}roundcube-rich.html`);
      await attend(page, '#tinymce');
      await page.evaluate(() => document.querySelector<HTMLElement>('.send')?.click(), null);
      await page.until(() => location.pathname === '/sent.html');
      expect(await heardAtLast()).toBe(null);
    });

    test('that failed is not believed when the page is left later', async () => {
      await page.goto(`${server.url}roundcube-plain.html`);
      await attend(page, '#composebody');
      await page.click('.send');
      await page.until(() => document.querySelector('.error'));
      await page.goto(`${server.url}sent.html`);
      expect(await heardAtLast()).toBe(null);
    });
  });

  describe('watching whose hands change a text', () => {
    const watched = [
      ['a rich editor', 'practice.html', '[data-role=editor]'],
      ['a plain text field', 'practice-plain.html', '[data-role=editor]'],
      ['an editor in a frame', 'roundcube-rich.html', '#tinymce'],
    ] as const;

    describe.each(watched)('in %s', (_what, file, selector) => {
      beforeEach(async () => {
        await page.goto(server.url + file);
        await attend(page, selector);
        await insert(page, draft);
        await page.evaluate(() => {
          window.edits = window.webmail.watchEdits(window.compose, new AbortController().signal);
        }, null);
      });

      const seenHands = () =>
        page.evaluate(() => {
          const { touched, programmatic } = window.edits;
          return { touched, programmatic };
        }, null);

      /** What is known once the user asks to send; the page is kept from leaving for it. */
      const edits = async () => {
        await page.evaluate(() => {
          const button = document.querySelector('[name=send], .send');
          const keep = (event: Event): void => {
            event.preventDefault();
            event.stopPropagation();
          };
          button?.parentElement?.addEventListener('click', keep, { capture: true, once: true });
        }, null);
        await page.click('[name=send], .send');
        return seenHands();
      };

      test('typing, deleting and pasting are the user’s', async () => {
        expect(await edits()).toEqual({ touched: false, programmatic: false });
        await page.evaluate(() => window.compose.editor()?.element.focus(), null);
        await page.press('Backspace');
        expect(await edits()).toEqual({ touched: true, programmatic: false });
      });

      test('another one’s script is not', async () => {
        await page.evaluate(() => {
          const editor = window.compose.editor();
          editor?.document.execCommand('insertText', false, 'by a script');
        }, null);
        expect(await edits()).toEqual({ touched: false, programmatic: true });
      });

      test('nor is a change without any event, or forged events', async () => {
        await page.evaluate(() => {
          const element = window.compose.editor()?.element;
          if (!element) return;
          for (const type of ['beforeinput', 'paste', 'drop', 'keydown', 'compositionend']) {
            element.dispatchEvent(new Event(type, { bubbles: true }));
          }
          if ('value' in element) element.value = `forged ${element.value}`;
          else element.prepend('forged');
        }, null);
        expect(await edits()).toEqual({ touched: false, programmatic: true });
      });

      test('and the page may clear the text when it sends', async () => {
        await page.type('!');
        const result = await edits();
        await page.evaluate(() => {
          const element = window.compose.editor()?.element;
          if (element && 'value' in element) element.value = '';
          else element?.replaceChildren();
          element?.dispatchEvent(new Event('input', { bubbles: true }));
        }, null);
        expect(result).toEqual({ touched: true, programmatic: false });
        expect(await seenHands()).toEqual(result);
      });
    });
  });
});
