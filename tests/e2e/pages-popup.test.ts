import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alex, rivera } from '../../bench/mailbox/messages.ts';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { type Planned, planRounds } from '../../scripts/start/rounds.ts';
import { domainOf } from '../../src/learning/evidence/address.ts';
import { complaintsIn, openPage, say } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const learned = {
  greeting: 'Greets with “Hi <first name>,”',
  closing: 'Closes with “Cheers, / Sam”',
};
const reworded = 'Greets with “Hey <first name>!”';
const own = 'Never writes more than five sentences';

let practice: Practice<DrivenChromium>;
let complaints: readonly string[];
let popup: Page;

/** The mail to `recipient` that is answered as the `turn`th. */
function mailTo(recipient: string, turn: number): Planned {
  const found = planRounds(14).filter((planned) => planned.recipient === recipient)[turn];
  if (!found) throw new Error('There is no such mail.');
  return found;
}

/** Two mails are answered, and a third stands open in the other tab. */
beforeAll(async () => {
  practice = await practiceInChromium();
  const { desk, browser } = practice;
  complaints = complaintsIn(browser);
  await setUp(desk, null);
  await playRound(desk, mailTo(alex.address, 0), 1);
  await playRound(desk, mailTo(rivera.address, 0), 2);
  await openReply(desk.page, mailTo(alex.address, 1).messageId);
  popup = await openPage(browser, 'popup');
});
afterAll(() => practice?.close());

const list = (title: 'popup_here_mail' | 'popup_others'): Locator =>
  popup.getByRole('list', { name: say(title), exact: true });
const row = (description: string): Locator =>
  popup.getByRole('listitem').filter({ hasText: description });
const button = (name: string | RegExp): Locator => popup.getByRole('button', { name });

/** What the row shows once it is there. */
const shown = (description: string): Promise<string> => row(description).innerText();

/** Waits until the focus is there: it goes there a moment after the element came. */
const focusOn = (element: Locator): Promise<void> => element.and(popup.locator(':focus')).waitFor();

test('what applies to the mail in the other tab stands first', async () => {
  await row(learned.greeting).waitFor();
  expect(await popup.getByText(say('popup_writing_to')).innerText()).toContain(alex.name);
  const here = await list('popup_here_mail').getByRole('listitem').allInnerTexts();
  expect(here.length).toBeGreaterThan(1);
  expect(here.filter((text) => !text.includes(domainOf(alex.address)))).toEqual([]);
  const others = await list('popup_others').getByRole('listitem').allInnerTexts();
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((text) => !text.includes(domainOf(rivera.address)))).toEqual([]);
  const titles = await popup.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(titles[0]).toContain(say('popup_here_mail'));
});

test('evidence shows what the edit took out and put in', async () => {
  await row(learned.closing)
    .getByRole('button', { name: say('popup_one_mail') })
    .click();
  const evidence = popup.getByRole('list', { name: say('popup_evidence_of', learned.closing) });
  const edit = evidence.getByRole('listitem').filter({ hasText: 'Cheers' });
  expect(await edit.locator('del').first().innerText()).toContain('Best regards');
  expect(await edit.locator('ins').first().innerText()).toContain('Cheers');
});

test('an edit by keyboard alone is saved, and outlives a reload', async () => {
  await button(say('popup_edit_of', learned.greeting)).focus();
  await popup.keyboard.press('Enter');
  await focusOn(popup.getByLabel(say('popup_words')));
  await popup.keyboard.type(reworded);
  await popup.keyboard.press('Enter');
  await focusOn(button(say('popup_edit_of', reworded)));
  await popup.reload();
  await row(reworded).waitFor();
  await expect.poll(() => row(learned.greeting).count()).toBe(0);
});

test('a deleted preference comes back with Undo, by keyboard alone', async () => {
  await button(say('popup_delete_of', reworded)).focus();
  await popup.keyboard.press('Enter');
  const undo = button(/^Undo/);
  await focusOn(undo);
  await expect.poll(() => row(reworded).count()).toBe(0);
  await popup.keyboard.press('Enter');
  await row(reworded).waitFor();
  await expect.poll(() => undo.count()).toBe(0);
});

test('a paused preference says so and can be used again', async () => {
  await button(say('popup_pause_of', learned.closing)).click();
  await button(say('popup_resume_of', learned.closing)).waitFor();
  await expect.poll(() => shown(learned.closing)).toContain(say('status_paused'));
});

test('one of the user’s own is written for the person of the open mail', async () => {
  await button(say('popup_add')).click();
  await popup.getByLabel(say('popup_words')).fill(own);
  await popup.getByLabel(say('popup_scope')).selectOption('recipient');
  await expect
    .poll(() => popup.getByLabel(say('scope_name_recipient')).inputValue())
    .toBe(alex.address);
  await button(say('ui_save')).click();
  await row(own).waitFor();
  expect(await shown(own)).toContain(say('popup_yours'));
  await expect.poll(() => list('popup_here_mail').getByText(own).count()).toBe(1);
});

test('the search is a key away, and Escape empties it', async () => {
  await popup.getByRole('heading', { level: 1 }).click();
  await popup.keyboard.press('/');
  await popup.keyboard.type('rivera greet');
  await popup.getByText(say('popup_found_one')).waitFor();
  await expect.poll(() => popup.getByRole('listitem').count()).toBe(1);
  await popup.keyboard.press('Escape');
  await row(own).waitFor();
  await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('');
});

test('the next draft follows what was done here', async () => {
  const { used } = await playRound(practice.desk, mailTo(alex.address, 2), 3);
  expect(used).toEqual(expect.arrayContaining([reworded, own]));
  expect(used).not.toContain(learned.greeting);
  expect(used).not.toContain(learned.closing);
  const stored = await listPreferences(practice.desk.own);
  expect(stored.find(({ description }) => description === reworded)?.origin).toBe('user');
});

test('the browser makes its own popup as wide as the page wants to be', async () => {
  const { own } = practice.desk;
  // The tab has made the whole window as small as itself.
  await popup.setViewportSize({ width: 1280, height: 900 });
  await own.front();
  await own.evaluate(() => chrome.action.openPopup(), null);
  const seen = () =>
    own.evaluate(() => {
      const [view] = chrome.extension.getViews({ type: 'popup' });
      return view?.document.querySelector('.preference') ? view.innerWidth : null;
    }, null);
  await expect.poll(seen, { timeout: 15_000 }).toBeGreaterThanOrEqual(380);
  await own.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close(), null);
});

test('the browser had nothing against the popup', () => {
  expect(complaints).toEqual([]);
});
