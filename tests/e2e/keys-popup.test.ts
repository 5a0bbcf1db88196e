import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { alex, rivera } from '../../bench/mailbox/messages.ts';
import { askExtension } from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { walkTo } from '../../scripts/drive/walk-to.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import type { Facet, Preference, Scope } from '../../src/learning/types.ts';
import { openPage, say } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const greeting = 'Greets with “Hi <first name>,”';
const short = 'Writes short sentences';
const formal = 'Greets with “Dear Ms <last name>,”';
const brief = 'Keeps sentences brief';

let practice: Practice<DrivenChromium>;
let popup: Page;

function learned(id: string, description: string, facet: Facet, scope: Scope): Preference {
  const recipient = scope.kind === 'recipient' ? scope.address : alex.address;
  const evidence = { episodeId: id, at: 1, says: 'supports', recipient, task: 'reply' } as const;
  return {
    id,
    description,
    facet,
    scope,
    evidence: [{ ...evidence, before: 'a', after: 'b' }],
    confidence: 0.9,
    origin: 'learned',
    status: id === 'formal' ? 'provisional' : 'active',
    revision: 1,
    createdAt: 1,
    updatedAt: 1,
  };
}

/** A mail to Alex stands open in the other tab. */
beforeAll(async () => {
  practice = await practiceInChromium();
  const { desk, browser } = practice;
  await setUp(desk, null);
  const toAlex = { kind: 'recipient', address: alex.address } as const;
  const toRivera = { kind: 'recipient', address: rivera.address } as const;
  for (const preference of [
    learned('greeting', greeting, 'greeting', toAlex),
    learned('short', short, 'length', toAlex),
    learned('brief', brief, 'length', toAlex),
    learned('formal', formal, 'greeting', toRivera),
  ]) {
    await askExtension(desk.own, 'preferences.restore', { preference });
  }
  await openReply(desk.page, 'alex-standup');
  popup = await openPage(browser, 'popup');
});
afterAll(() => practice?.close());

/** As when the popup was just opened: nothing is in the hand yet. */
beforeEach(async () => {
  await popup.reload();
  await row(greeting).waitFor();
});

const row = (description: string): Locator =>
  popup.getByRole('listitem').filter({ hasText: description });
const button = (name: string): Locator => popup.getByRole('button', { name, exact: true });
const rows = (): Promise<number> => popup.getByRole('listitem').count();

/** Walks there and presses. */
async function press(element: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await walkTo(popup, element);
  await popup.keyboard.press(key);
}

/** Walks to a list to choose from, and types what is wanted of it. */
async function choose(name: string, words: string): Promise<void> {
  await walkTo(popup, popup.getByLabel(name));
  await popup.keyboard.type(words);
}

test('the list is narrowed to a facet and to where it holds', async () => {
  const before = await rows();
  await choose(say('popup_filter_by_facet'), say('facet_greeting'));
  await expect.poll(rows).toBe(2);
  await popup.keyboard.press('Home');
  await expect.poll(rows).toBe(before);
  await choose(say('popup_filter_by_scope'), say('scope_kind_everywhere'));
  await expect.poll(rows).toBe(0);
});

test('a provisional one is confirmed', async () => {
  await press(button(say('popup_yes_of', formal)));
  await expect.poll(() => row(formal).innerText()).not.toContain(say('status_provisional'));
  // The question is gone; whoever answered it is still at that preference.
  await expect
    .poll(() => button(say('popup_edit_of', formal)).evaluate((one) => one.matches(':focus')))
    .toBe(true);
});

test('one is pinned, so that it stays as it is', async () => {
  await press(button(say('popup_edit_of', greeting)));
  await press(popup.getByRole('switch', { name: say('popup_pin') }), 'Space');
  await expect
    .poll(() => popup.getByRole('switch', { name: say('popup_pin') }).isChecked())
    .toBe(true);
  await popup.keyboard.press('Escape');
  await expect.poll(() => row(greeting).innerText()).toContain(say('popup_pinned'));
});

test('two are made one, and come apart again by Undo', async () => {
  await press(button(say('popup_edit_of', short)));
  await choose(say('popup_merge'), brief);
  await press(button(say('popup_merge_do')));
  await expect.poll(() => row(brief).count()).toBe(0);
  await press(popup.getByRole('button', { name: /^Undo/ }));
  await row(brief).waitFor();
  await row(short).waitFor();
});

test('one is paused, and used again', async () => {
  await press(button(say('popup_pause_of', brief)));
  await button(say('popup_resume_of', brief)).waitFor();
  await popup.keyboard.press('Enter');
  await button(say('popup_pause_of', brief)).waitFor();
});

test('where one comes from is opened and closed', async () => {
  const evidence = popup.getByRole('list', { name: say('popup_evidence_of', brief) });
  await press(row(brief).getByRole('button', { name: say('popup_one_mail') }));
  await evidence.waitFor();
  await popup.keyboard.press('Enter');
  await expect.poll(() => evidence.count()).toBe(0);
});

test('a ground rule is written, and holds for every mail', async () => {
  const rule = 'Never promises a date';
  await press(button(say('popup_add')));
  await walkTo(popup, popup.getByLabel(say('popup_words')));
  await popup.keyboard.type(rule);
  await choose(say('popup_scope'), say('scope_kind_everywhere'));
  await press(button(say('ui_save')));
  await popup
    .getByRole('list', { name: say('popup_rules') })
    .getByText(rule)
    .waitFor();
});

test('learning is switched off for a person, then for all', async () => {
  const person = popup.getByRole('switch', { name: say('popup_learning_person', alex.name) });
  const all = popup.getByRole('switch', { name: say('popup_learning'), exact: true });
  await press(person, 'Space');
  await expect.poll(() => person.isChecked()).toBe(false);
  await popup.keyboard.press('Space');
  await expect.poll(() => person.isChecked()).toBe(true);
  await popup.reload();
  await press(all, 'Space');
  await expect.poll(() => all.isChecked()).toBe(false);
  // Where nothing is learned, there is nothing to say about one person.
  await expect.poll(() => person.count()).toBe(0);
});
