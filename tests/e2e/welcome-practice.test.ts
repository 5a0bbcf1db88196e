import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { PanelProbe } from '../../scripts/drive/panel-probe.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { say, violationsIn } from './our-pages.ts';
import { browserNames, type Practice, practiceInChromium, practiceOn } from './practice.ts';
import { untilSettled } from './until-settled.ts';

const editor = '.compose textarea';
const text = (page: Tab): Promise<string> =>
  page.evaluate(
    (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value ?? '',
    editor,
  );

/** Opens the mail at this place of the list, and asks for an answer to it. */
async function draftFor(page: Tab, probe: PanelProbe, place: number): Promise<void> {
  await page.click(`.practice-list li:nth-child(${place}) button`);
  await page.click('.practice-reading > .line button');
  await page.until((selector) => document.activeElement?.matches(selector), editor);
  await probe.wait({ role: 'button', name: say('panel_open') });
  await untilSettled(page);
  await openPanel(probe);
  await askForDraft(page, probe, 'eleven is fine');
}

describe.each(browserNames)('the practice mailbox on the welcome page in %s', (name) => {
  let practice: Practice;
  let page: Tab;
  let probe: PanelProbe;
  beforeAll(async () => {
    practice = await practiceOn(name);
    await setUp(practice.desk, null);
    page = await practice.browser.openOurs('welcome.html');
    probe = await practice.browser.probe(page);
    await page.front();
  });
  afterAll(() => practice?.close());

  test('a draft goes into the mail, above what is quoted', async () => {
    await draftFor(page, probe, 1);
    await insertDraft(page);
    await page.until((selector) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      return field?.value.includes('leven is fine');
    }, editor);
    expect(await text(page)).toMatch(/^Hello[\s\S]+leven is fine[\s\S]+\n> Hi, can we push/);
  });

  test('what is changed before it is sent is learned, and shown beside it', async () => {
    await page.evaluate((selector) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      field?.setSelectionRange(0, field.value.indexOf('\n'));
    }, editor);
    await page.type('Hey Alex!');
    await page.click('.compose button[name=send]');
    await page.until(() => document.querySelector('.practice-learned li'), null);
    await probe.wait({ role: 'button', name: say('panel_lesson_keep') });
    const learned = (await listPreferences(practice.desk.own)).map(
      ({ description }) => description,
    );
    expect(learned).toContain('Greets with “Hey <first name>!”');
  });

  test('the next draft to the same person begins with it', async () => {
    await draftFor(page, probe, 2);
    await insertDraft(page);
    await page.until((selector) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      return field?.value.includes('leven is fine');
    }, editor);
    expect(await text(page)).toMatch(/^Hey Alex!\n/);
  });

  test('what a later mail replaces is no longer shown as learned', async () => {
    await page.evaluate((selector) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      field?.setSelectionRange(0, field.value.indexOf('\n'));
    }, editor);
    await page.type('Good day,');
    await page.click('.compose button[name=send]');
    await page.until(
      () => document.querySelector('.practice-learned ul')?.textContent.includes('Good day,'),
      null,
    );
    const shown = await page.evaluate(
      () => document.querySelector('.practice-learned ul')?.textContent ?? '',
      null,
    );
    expect(shown).not.toContain('Hey');
  });
});

describe('axe finds nothing in the panel', () => {
  let page: Page;
  let practice: Awaited<ReturnType<typeof practiceInChromium>>;
  beforeAll(async () => {
    practice = await practiceInChromium();
    await setUp(practice.desk, null);
    const { browser } = practice;
    // Axe looks into open trees only. Nowhere but in this test is ours open.
    await browser.context.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    const tab = await browser.openOurs('welcome.html');
    const probe = await browser.probe(tab);
    page = browser.pageOf(tab);
    await draftFor(tab, probe, 1);
    await insertDraft(tab);
    await tab.until((selector) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      return field?.value.includes('leven is fine');
    }, editor);
    await tab.press('Home');
    await tab.type('Hey! ');
    await tab.click('.compose button[name=send]');
    await page.locator('.lessons').waitFor();
  });
  afterAll(() => practice?.close());

  test.each(['light', 'dark'] as const)('with what was learned, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await violationsIn(page)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'with a draft that replaces another, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      if (colorScheme === 'light') {
        await page.locator('.practice-list li:nth-child(2) button').click();
        await page.locator('.practice-reading > .line button').click();
        await page.getByRole('button', { name: say('panel_open') }).focus();
        await page.keyboard.press('Enter');
        await page.getByLabel(say('panel_notes')).fill('eleven is fine');
        await page.keyboard.press('Control+Enter');
        await page
          .getByRole('button', { name: say('panel_insert') })
          .and(page.locator(':focus'))
          .waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say('panel_open') }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say('panel_tone_plainer') }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say('panel_replace') }).waitFor();
      }
      expect(await page.locator('.panel del').count()).toBeGreaterThan(0);
      expect(await violationsIn(page)).toEqual([]);
    },
  );

  test('what can be done stays in sight below a long draft', async () => {
    const points = Array.from({ length: 20 }, (_, at) => `page ${at + 1} is done`);
    await page.getByLabel(say('panel_notes')).fill(points.join('; '));
    await page.keyboard.press('Control+Enter');
    await page.locator('.draft', { hasText: 'age 20 is done' }).waitFor();
    for (const key of ['panel_tone_plainer', 'panel_replace', 'panel_another'] as const) {
      const button = page.getByRole('button', { name: say(key), exact: true });
      await button.waitFor();
      const isOnTop = await button.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        return root.elementFromPoint(x + width / 2, y + height / 2) === element;
      });
      expect([key, isOnTop]).toEqual([key, true]);
    }
  });
});
