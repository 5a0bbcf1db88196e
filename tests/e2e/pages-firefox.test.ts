import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { say } from './our-pages.ts';
import { type Practice, practiceOn } from './practice.ts';

const greeting = 'Greets with “Hi <first name>,”';
const reworded = 'Greets with “Hey <first name>!”';
let practice: Practice;

beforeAll(async () => {
  practice = await practiceOn('firefox');
  await setUp(practice.desk, null);
  const [first] = planRounds(1);
  if (first) await playRound(practice.desk, first, 1);
});
afterAll(() => practice?.close());

const shows = (page: Tab, text: string): Promise<void> =>
  page.until((wanted) => document.body.innerText.includes(wanted), text);

/** What our page says is wrong. */
const alerts = (page: Tab): Promise<string> =>
  page.evaluate(
    () => [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent).join(''),
    null,
  );

test('the popup shows what was learned, and an edit in place stays', async () => {
  const popup = await practice.browser.openOurs('popup.html');
  await shows(popup, greeting);
  await popup.click(`button[aria-label="${say('popup_edit_of', greeting)}"]`);
  await popup.until(() => document.activeElement?.localName === 'textarea', null);
  await popup.type(reworded);
  await popup.press('Enter');
  await popup.until(() => !document.querySelector('textarea'), null);
  expect(await alerts(popup)).toBe('');
  await popup.close();
  await shows(await practice.browser.openOurs('popup.html'), reworded);
  const stored = await listPreferences(practice.desk.own);
  expect(stored.map(({ description }) => description)).toContain(reworded);
  expect(stored.map(({ description }) => description)).not.toContain(greeting);
});

test('the options keep a name that is typed there', async () => {
  const options = await practice.browser.openOurs('options.html#models');
  await shows(options, say('options_name_label'));
  await options.evaluate((label) => {
    const known = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
    const field = known?.control;
    if (field instanceof HTMLInputElement) field.select();
  }, say('options_name_label'));
  await options.type('Samira Porter');
  await options.press('Enter');
  await shows(options, say('options_saved'));
  expect(await alerts(options)).toBe('');
  await options.close();
  const again = await practice.browser.openOurs('options.html#models');
  await again.until(
    () => [...document.querySelectorAll('input')].some(({ value }) => value === 'Samira Porter'),
    null,
  );
});
