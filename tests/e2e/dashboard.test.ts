import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askExtension, listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { messages } from '../../src/protocol/messages.ts';
import { bringIn, longUse } from './many-mails.ts';
import { complaintsIn, openPage, say, violationsIn } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';
import { mostRowsWhileScrolling } from './scroll-history.ts';

const views = ['preferences', 'history', 'progress', 'models', 'privacy', 'backup'] as const;
type View = (typeof views)[number];
const own = 'Mentions the kitchen roster on Tuesdays';
const mails = 60;
let practice: Practice<DrivenChromium>;
let complaints: readonly string[];
let page: Page;

beforeAll(async () => {
  practice = await practiceInChromium();
  complaints = complaintsIn(practice.browser);
  await bringIn(practice.desk.own, longUse(mails, 12));
  const scope = { kind: 'everywhere' } as const;
  await askExtension(practice.desk.own, 'preferences.add', {
    description: own,
    facet: 'content',
    scope,
  });
  page = await openPage(practice.browser, 'options');
});
afterAll(() => practice?.close());

const button = (name: string | RegExp): Locator => page.getByRole('button', { name }).first();
const heading = (view: View): Locator =>
  page.getByRole('heading', { level: 1, name: say(`dash_${view}`), exact: true });

/** Presses Tab until this has the focus: whoever cannot use a pointer gets there too. */
async function tabTo(place: Locator): Promise<void> {
  await place.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${place}.`);
}

async function press(place: Locator, key = 'Enter'): Promise<void> {
  await tabTo(place);
  await page.keyboard.press(key);
}

/** By the keyboard, from wherever one is. */
async function go(view: View): Promise<void> {
  await press(page.getByRole('link', { name: say(`dash_${view}`), exact: true }));
  await heading(view).waitFor();
}

/** By the pointer: through 10,000 rows nobody tabs back. */
async function visit(view: View): Promise<void> {
  await page.getByRole('link', { name: say(`dash_${view}`), exact: true }).click();
  await heading(view).waitFor();
}

async function contents() {
  const asked = await askExtension(practice.desk.own, 'episodes.ids', { from: 0, to: 8.64e15 });
  const { ids } = messages['episodes.ids'].response.parse(asked);
  const read = await askExtension(practice.desk.own, 'episodes.read', { ids: ids.slice(0, 100) });
  const preferences = await listPreferences(practice.desk.own);
  const settings = await askExtension(practice.desk.own, 'settings.read', {});
  return {
    ids,
    episodes: messages['episodes.read'].response.parse(read).episodes,
    preferences,
    settings,
  };
}

describe.each(['light', 'dark'] as const)('nothing is wrong for axe in %s', (colorScheme) => {
  test.each(views)('%s, with all that opens in it', async (view) => {
    await page.emulateMedia({ colorScheme });
    await go(view);
    if (view === 'preferences') await page.getByText(own).waitFor();
    if (view === 'history') {
      await page.locator('.episode-head').first().click();
      await page.locator('.episode-more').waitFor();
    }
    if (view === 'progress') await page.getByText(say('progress_numbers')).first().click();
    if (view === 'privacy') {
      await page.getByText(say('stored_vectors')).waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await button(say('erase_all_ask')).click();
      await page.getByRole('dialog').waitFor();
    }
    if (view === 'backup') {
      const file = join(tmpdir(), `penchant-${process.pid}.json`);
      await writeFile(file, JSON.stringify(longUse(mails + 5, 14)));
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText(/^Backup of/).waitFor();
    }
    expect(await violationsIn(page)).toEqual([]);
    if (view === 'privacy') await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  test('a mail is looked at, left out of learning, brought back, erased and brought back', async () => {
    const before = await contents();
    await go('history');
    const first = page.locator('.episode-head').first();
    await press(first);
    await press(button(/^Do not learn from this/));
    const mark = page.getByText(say('history_is_left_out'), { exact: true });
    await mark.waitFor();
    await press(button(/^Undo/));
    await mark.waitFor({ state: 'detached' });
    await press(button(/^Erase: /));
    await page.getByText(`${mails - 1} drafts, newest first`).waitFor();
    await press(button(/^Undo/));
    await page.getByText(`${mails} drafts, newest first`).waitFor();
    const after = await contents();
    expect(after.episodes).toEqual(before.episodes);
    const plain = (list: typeof before.preferences) => list.map(({ revision, ...rest }) => rest);
    expect(plain(after.preferences)).toEqual(plain(before.preferences));
  });

  test('some days are erased after a question, and brought back', async () => {
    await go('privacy');
    const before = (await contents()).ids;
    await tabTo(page.getByLabel(say('erase_from')));
    await page.keyboard.type('01012000');
    await tabTo(page.getByLabel(say('erase_to')));
    await page.keyboard.type('01012100');
    await press(button(say('erase_these', say('dash_mails', String(mails)))));
    const dialog = page.getByRole('dialog');
    await press(dialog.getByRole('button', { name: /^Erase/ }));
    await dialog.waitFor({ state: 'detached' });
    expect((await contents()).ids).toEqual([]);
    await press(button(/^Undo/));
    await expect.poll(async () => (await contents()).ids).toEqual(before);
  });

  test('taken out, erased and brought in again, everything is as it was', async () => {
    const before = await contents();
    await go('backup');
    await press(button(say('backup_make_of', say('backup_json'))));
    const link = page.getByRole('link', { name: /^Save penchant-backup/ });
    await link.waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    const file = join(tmpdir(), `penchant-taken-out-${process.pid}.json`);
    await download.saveAs(file);

    await go('privacy');
    await press(button(say('erase_all_ask')));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await press(dialog.getByRole('button', { name: say('erase_all') }));
    await page.getByText(say('erase_all_done')).waitFor();
    const erased = await contents();
    expect([erased.ids, erased.preferences]).toEqual([[], []]);

    await go('backup');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press(page.getByLabel(say('backup_file')), 'Space'),
    ]);
    await chooser.setFiles(file);
    // What a person wrote is shown before it is believed.
    await page.getByText(own).waitFor();
    await press(page.getByRole('switch', { name: say('backup_with_doubtful') }), 'Space');
    await press(button(say('backup_bring')));
    await page.getByText(/^Brought in: 60 mails and 13 preferences/).waitFor();
    expect(await contents()).toEqual(before);
    const vectors = async () => {
      const answer = await askExtension(practice.desk.own, 'memory.sizes', {});
      return messages['memory.sizes'].response.parse(answer).vectors.count;
    };
    await expect.poll(vectors).toBe(mails);
  });

  test('a file that is no backup changes nothing and says why', async () => {
    const before = await contents();
    const file = join(tmpdir(), `penchant-broken-${process.pid}.json`);
    await writeFile(file, JSON.stringify(longUse(3, 1)).slice(0, -40));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText(/^This file is not a whole backup of Penchant/).waitFor();
    expect(await contents()).toEqual(before);
    expect(complaints).toEqual([]);
  });
});

describe('with 1,000 drafts', () => {
  const many = 1_000;

  test('the history scrolls from end to end and holds few of them at a time', async () => {
    await bringIn(practice.desk.own, longUse(many, 500));
    await visit('privacy');
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit('history');
    await page.getByText('1,000 drafts, newest first').waitFor();
    await page.locator('.episode-head').first().waitFor();
    expect(await mostRowsWhileScrolling(page)).toBeLessThan(300);
    await page.getByText('Report 999', { exact: true }).waitFor();
  });

  test('progress and preferences open too, with few rows of 500', async () => {
    await visit('progress');
    await page.getByText(say('progress_by_recipient')).waitFor();
    await visit('preferences');
    await page.getByText(own).waitFor({ state: 'attached' });
    expect(await page.locator('.preference').count()).toBeLessThanOrEqual(100);
    expect(complaints).toEqual([]);
  });
});
