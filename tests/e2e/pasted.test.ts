import { afterAll, beforeAll, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import {
  clickIntoEditor,
  insertedText,
  openReply,
  ownText,
  sendMail,
} from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const greeting = 'Good day!';
const toAlex = planRounds(14).filter(({ recipient }) => recipient === alex.address);

let practice: Practice;
beforeAll(async () => {
  practice = await practiceInChromium();
  await setUp(practice.desk, null);
});
afterAll(() => practice?.close());

/** Answers a mail and has `replace` put another greeting in the place of the selected one. */
async function answer(planned: (typeof toAlex)[number] | undefined, replace: () => Promise<void>) {
  if (!planned) throw new Error('There is no such mail.');
  const { page, probe, own } = practice.desk;
  await openReply(page, planned.messageId);
  await openPanel(probe);
  await askForDraft(page, probe, planned.notes);
  await insertDraft(page);
  await insertedText(page);
  await clickIntoEditor(page);
  await page.press('Control+Home');
  await page.press('Shift+End');
  await replace();
  const final = await ownText(page);
  expect(final.split('\n')[0]).toBe(greeting);
  await sendMail(page);
  return learnedEpisode(own, final);
}

/** With real keys, out of the page that shows the received mail. */
async function copyFromPage(said: string): Promise<void> {
  const { page } = practice.desk;
  await page.evaluate((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    document.body.prepend(line);
    getSelection()?.selectAllChildren(line);
  }, said);
  await page.press('Control+c');
}

const descriptions = async () =>
  (await listPreferences(practice.desk.own)).map(({ description }) => description);

test('a greeting that was pasted teaches nothing, and one that was typed does', async () => {
  const { page } = practice.desk;
  await copyFromPage(greeting);
  const pasted = await answer(toAlex[0], () => page.press('Control+v'));
  expect(pasted.origins).toEqual([{ start: 0, end: greeting.length - 1, origin: 'pasted' }]);
  expect(await descriptions()).toEqual([]);
  const typed = await answer(toAlex[1], () => page.type(greeting));
  expect(typed).not.toHaveProperty('origins');
  expect(await descriptions()).toContain(`Greets with “${greeting}”`);
});
