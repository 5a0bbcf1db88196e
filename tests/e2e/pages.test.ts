import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { owner } from '../../bench/mailbox/messages.ts';
import { askExtension } from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { complaintsIn, openPage, say, violationsIn } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const schemes = ['light', 'dark'] as const;
let practice: Practice<DrivenChromium>;
let complaints: readonly string[];

beforeAll(async () => {
  practice = await practiceInChromium();
  complaints = complaintsIn(practice.browser);
});
afterAll(() => practice?.close());

describe('the first page anybody sees', () => {
  test('opens by itself when Penchant is installed', async () => {
    const opened = () =>
      practice.browser.context.pages().map((page) => new URL(page.url()).pathname);
    await expect.poll(opened).toContain('/welcome.html');
  });

  test('keeps the name and the writer', async () => {
    const page = await openPage(practice.browser, 'welcome');
    await page.getByLabel(say('options_name_label')).fill(owner.name);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: say('options_writer_openai') }).check();
    const stored = () => askExtension(practice.desk.own, 'settings.read', {});
    await expect
      .poll(stored)
      .toMatchObject({ settings: { name: owner.name, writer: { kind: 'openai' } } });
    const options = await openPage(practice.browser, 'options');
    const name = options.getByLabel(say('options_name_label'));
    await expect.poll(() => name.inputValue()).toBe(owner.name);
    const writer = options.getByRole('radio', { name: say('options_writer_openai') });
    await expect.poll(() => writer.isChecked()).toBe(true);
    await options
      .getByRole('radio', { name: say('options_writer_builtin') })
      .first()
      .check();
    await options
      .getByRole('status')
      .filter({ hasText: say('options_saved') })
      .waitFor();
    await page.close();
    await options.close();
  });
});

describe.each(schemes)('nothing is wrong for axe or the browser in %s', (colorScheme) => {
  beforeAll(async () => {
    if (colorScheme !== 'light') return;
    await setUp(practice.desk, null);
    for (const planned of planRounds(2)) await playRound(practice.desk, planned, 1);
    await openReply(practice.desk.page, 'alex-report');
  });

  test('popup, with evidence, editor and undo', async () => {
    const page = await openPage(practice.browser, 'popup');
    await page.emulateMedia({ colorScheme });
    await page.getByRole('listitem').first().waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page
      .getByRole('button', { name: say('popup_one_mail') })
      .first()
      .click();
    await page.getByRole('button', { name: /^Edit/ }).last().click();
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: say('ui_cancel') }).click();
    await page
      .getByRole('button', { name: /^Delete/ })
      .last()
      .click();
    const undo = page.getByRole('button', { name: /^Undo/ });
    await undo.waitFor();
    // Wherever the list stands, the bar must not lie on a row.
    for (let top = 0; top < 120; top += 20) {
      await page.evaluate((to) => {
        for (const one of document.querySelectorAll('*')) one.scrollTop = to;
      }, top);
      expect(await violationsIn(page)).toEqual([]);
    }
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('options, with the fields of a server', async () => {
    const page = await openPage(practice.browser, 'options');
    await page.emulateMedia({ colorScheme });
    await page.getByRole('radio', { name: say('options_writer_openai') }).check();
    await page.getByRole('button', { name: say('options_test') }).waitFor();
    await page.getByRole('radio', { name: say('options_encoder_minilm') }).check();
    await page.getByRole('button', { name: say('options_encoder_download') }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('welcome', async () => {
    const page = await openPage(practice.browser, 'welcome');
    await page.emulateMedia({ colorScheme });
    await page.getByRole('heading', { name: say('options_name') }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
    expect(complaints).toEqual([]);
  });
});
