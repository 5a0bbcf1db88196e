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
 * What becomes of a message after somebody asked for it to be sent, in real browsers: whatever a page
 * does, nothing counts as sent that was not.
 */

declare const window: WebmailWindow;

/** Ten seconds of patience are over at once where a test says so. */
const hurry = `{
  const wait = setTimeout;
  window.setTimeout = (run, time, ...rest) =>
    wait(run, time === 10_000 && location.search === '?hurry' ? 0 : time, ...rest);
}`;

let server: Awaited<ReturnType<typeof serveFixtures>>;
beforeAll(async () => {
  server = await serveFixtures(`${hurry}${await webmailScript()}`);
});
afterAll(() => server.close());

const browsers: readonly [string, () => Promise<PlainBrowser>][] = [
  ['Chromium', plainChromium],
  ['Firefox', plainFirefox],
];

describe.each(browsers)('%s', (_browser, start) => {
  let browser: PlainBrowser;
  let page: PlainPage;
  beforeAll(async () => {
    browser = await start();
    page = browser.page;
  });
  afterAll(() => browser.close());

  const said = () => page.evaluate(() => window.said, null);
  const remove = (selector: string) =>
    page.evaluate((selector) => document.querySelector(selector)?.remove(), selector);
  /** Resolves once the browser has told all observers, also those of sizes. */
  const drawn = () =>
    page.evaluate(
      () =>
        new Promise<void>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
      null,
    );

  async function write(query = ''): Promise<void> {
    await page.goto(`${server.url}waiting.html${query}`);
    await attend(page, '[data-role=editor]');
    await page.type('Fine with me.');
  }

  describe('a send that was asked for', () => {
    beforeEach(() => write());

    test('is none where the network fails and the user closes the box', async () => {
      await page.click('[name=send]');
      await page.click('[name=close]');
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is none where the user writes on, and closes the box later', async () => {
      await page.click('[name=send]');
      await page.click('[data-role=editor]');
      await page.type(' PS');
      await remove('form');
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is none where the user puts the box aside, and closes it later', async () => {
      await page.evaluate(() => {
        const form = document.querySelector('form');
        const aside = document.createElement('button');
        aside.type = 'button';
        aside.name = 'aside';
        aside.textContent = '_';
        aside.addEventListener('click', () => form?.toggleAttribute('hidden'));
        form?.append(aside);
      }, null);
      await page.click('[name=send]');
      await page.click('[name=aside]');
      await drawn();
      await remove('form');
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is one where the page shows its next address by script', async () => {
      await page.click('[name=send]');
      await page.evaluate(() => {
        location.hash = 'inbox';
        document.querySelector('form')?.remove();
      }, null);
      await drawn();
      expect(await said()).toEqual(['pending', 'sent: Fine with me.']);
    });

    test('is none where the user goes elsewhere in the same page by a link', async () => {
      await page.click('[name=send]');
      await page.click('#inbox');
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is none where the user goes Back', async () => {
      await page.evaluate(() => history.pushState(null, '', '#here'), null);
      await page.click('[name=send]');
      await page.evaluate(() => history.back(), null);
      await page.until(() => !document.querySelector('form'));
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is none where the session has ended and a log-in takes the place of the box', async () => {
      await page.click('[name=send]');
      await page.evaluate(() => {
        const login = document.createElement('form');
        login.innerHTML = '<input name="user"><input type="password"><button>Log in</button>';
        document.querySelector('form')?.replaceWith(login);
      }, null);
      await drawn();
      expect(await said()).toEqual(['pending']);
    });

    test('is none where the tab goes elsewhere before an answer', async () => {
      await page.click('[name=send]');
      await page.goto(`${server.url}sent.html`);
      expect(await page.evaluate(() => sessionStorage.getItem('said'), null)).toBe(null);
    });

    test('is still waited for while the page builds the box anew, and seen when it leaves', async () => {
      await page.click('[name=send]');
      await page.evaluate(() => {
        const form = document.querySelector('form');
        form?.replaceWith(form.cloneNode(true));
      }, null);
      await drawn();
      expect(await said()).toEqual(['pending']);
      await remove('form');
      await drawn();
      expect(await said()).toEqual(['pending', 'sent: Fine with me.']);
    });
  });

  describe('a slow send', () => {
    beforeEach(() => write('?hurry'));

    test('is seen after the time in which the page is watched closely', async () => {
      await page.click('[name=send]');
      await drawn();
      await page.evaluate(() => document.querySelector('form')?.setAttribute('hidden', ''), null);
      await page.until(() => window.said.length > 1);
      expect(await said()).toEqual(['pending', 'sent: Fine with me.']);
    });

    test('is seen although the page built the box anew meanwhile, twice', async () => {
      await page.click('[name=send]');
      await drawn();
      for (let time = 0; time < 2; time += 1) {
        await page.evaluate(() => {
          const form = document.querySelector('form');
          form?.replaceWith(form.cloneNode(true));
        }, null);
        await drawn();
      }
      expect(await said()).toEqual(['pending']);
      await remove('form');
      await page.until(() => window.said.length > 1);
      expect(await said()).toEqual(['pending', 'sent: Fine with me.']);
    });

    test('is none once the user writes on', async () => {
      await page.click('[name=send]');
      await drawn();
      await page.click('[data-role=editor]');
      await page.type('!');
      await remove('form');
      await drawn();
      expect(await said()).toEqual(['pending']);
    });
  });

  test('a key that the page tells a second time is one wish to send', async () => {
    await write();
    await page.evaluate(() => {
      addEventListener('keydown', (event) => {
        if (!event.isTrusted) return;
        const { key, ctrlKey } = event;
        const again = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true });
        document.querySelector('[name=subject]')?.dispatchEvent(again);
      });
    }, null);
    await page.press('Control+Enter');
    await remove('form');
    await page.until(() => window.said.length > 1);
    expect(await said()).toEqual(['pending', 'sent: Fine with me.']);
  });

  test('of two boxes only the one that was sent is', async () => {
    for (const [sent, box] of [
      ['#answer [data-part=send]', '#answer'],
      ['#fresh [data-part=send]', '#fresh'],
    ] as const) {
      await page.goto(`${server.url}gmail.html`);
      await attend(page, '#answer [data-part=editor]');
      await page.type('The answer.');
      await page.click(sent);
      await remove(box);
      await drawn();
      const isWatched = box === '#answer';
      expect(await said()).toEqual(isWatched ? ['pending', 'sent: The answer.'] : []);
    }
  });

  test('a message for later is scheduled', async () => {
    await page.goto(`${server.url}gmail.html`);
    await attend(page, '#answer [data-part=editor]');
    await page.type('Tomorrow.');
    await page.click('[data-schedule]');
    await remove('#answer');
    await page.until(() => window.said.length > 1);
    expect(await said()).toEqual(['pending', 'scheduled: Tomorrow.']);
  });

  test('in a frame that is written anew keys are heard as before', async () => {
    await page.goto(`${server.url}roundcube-rich.html`);
    await attend(page, '#tinymce');
    await page.evaluate(() => {
      window.edits = window.webmail.watchEdits(window.compose, new AbortController().signal);
      const inner = document.querySelector('iframe')?.contentDocument;
      const html = inner?.documentElement.outerHTML ?? '';
      inner?.open();
      inner?.write(html);
      inner?.close();
    }, null);
    await page.until(() => window.compose.editor());
    await drawn();
    await page.evaluate(() => window.compose.editor()?.element.focus(), null);
    await page.type('Mine.');
    await page.until(() => window.edits.look() === 'Mine.');
    const { touched, programmatic } = await page.evaluate(
      () => ({ touched: window.edits.touched, programmatic: window.edits.programmatic }),
      null,
    );
    expect({ touched, programmatic }).toEqual({ touched: true, programmatic: false });
  });
});
