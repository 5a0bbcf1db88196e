import type { Page } from 'playwright-core';
import { say } from '../../tests/e2e/our-pages.ts';
import { untilSettled } from '../../tests/e2e/until-settled.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { changeSettings } from '../drive/ask-extension.ts';
import type { DrivenChromium } from '../drive/chromium.ts';
import { insertedText, openReply, sendMail } from '../drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../drive/panel-steps.ts';
import { type Desk, edit } from '../drive/play.ts';
import { type Album, type Clip, storeSize } from './album.ts';

/** What is drawn into the page one writes in, in the order in which a person meets it. */
export async function mailPictures(
  browser: DrivenChromium,
  desk: Desk,
  album: Album,
): Promise<void> {
  const page = browser.pageOf(desk.page);
  await page.setViewportSize(storeSize);
  await question(page, desk, album);
  await drafting(page, desk, album);
  await replacing(page, desk, album);
}

/** The compose box and what is above it, without the list of mails. */
const compose: Clip = { x: 315, y: 170, width: 965, height: 630 };

const button = (desk: Desk, key: Parameters<typeof say>[0]) =>
  desk.probe.wait({ role: 'button', name: say(key) });

/** Two ways of greeting, and somebody who was never written to. */
async function question(page: Page, desk: Desk, album: Album): Promise<void> {
  await openReply(desk.page, 'nora-birthday');
  await button(desk, 'panel_open');
  await untilSettled(desk.page);
  await openPanel(desk.probe);
  await button(desk, 'panel_question_later');
  await album.both(page, 'question', compose);
  await desk.page.press('Escape');
}

/** From the launcher to what was learned, answering Alex. */
async function drafting(page: Page, desk: Desk, album: Album): Promise<void> {
  const notes = 'Wednesday is better; I cannot make it on Thursday; ask where we meet';
  await openReply(desk.page, 'alex-lunch');
  await button(desk, 'panel_open');
  await untilSettled(desk.page);
  await album.both(page, 'launcher', compose);
  await openPanel(desk.probe);
  await stopped(page, desk, album, notes);
  await askForDraft(desk.page, desk.probe, '');
  await untilSettled(desk.page);
  await album.both(page, 'draft', compose);
  await album.store(page, 'draft');
  await insertDraft(desk.page);
  const draft = await insertedText(desk.page);
  await edit(desk.page, draft, draft.replace('Cheers,', 'See you,'));
  await sendMail(desk.page);
  await button(desk, 'panel_lesson_forget');
  await album.both(page, 'learned', compose);
  await album.store(page, 'learned');
  await desk.page.press('Escape');
}

/** A draft that is still coming in: only a model on a server takes long enough to be seen. */
async function stopped(page: Page, desk: Desk, album: Album, notes: string): Promise<void> {
  const begun = 'Hi Alex,\n\nWednesday is better; I can’t make it on Thursday. Where';
  const server = await startModelServer();
  try {
    server.misbehave((response) => {
      const delta = { choices: [{ index: 0, delta: { content: begun }, finish_reason: null }] };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(delta)}\n\n`);
    });
    const { baseUrl } = server;
    await changeSettings(desk.own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, kind: 'openai', baseUrl, model: 'penchant-test' },
    }));
    await desk.page.type(notes);
    await desk.page.press('Control+Enter');
    await desk.probe.wait({ role: 'StaticText', name: /Where$/ });
    await album.both(page, 'writing', compose);
    await desk.probe.click(await button(desk, 'panel_stop'));
    await button(desk, 'panel_draft');
  } finally {
    await server.close();
    await changeSettings(desk.own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, kind: 'builtin' },
    }));
  }
}

/** What a tone would change, before it does. */
async function replacing(page: Page, desk: Desk, album: Album): Promise<void> {
  await openReply(desk.page, 'rivera-interim');
  await button(desk, 'panel_open');
  await untilSettled(desk.page);
  await openPanel(desk.probe);
  await askForDraft(desk.page, desk.probe, 'the interim report will be with you on 14 March');
  await insertDraft(desk.page);
  const draft = await insertedText(desk.page);
  await edit(desk.page, draft, draft.replace('The interim', 'Our interim'));
  await untilSettled(desk.page);
  await openPanel(desk.probe);
  await untilSettled(desk.page);
  await desk.probe.click(await button(desk, 'panel_tone_plainer'));
  await desk.probe.wait({ role: 'button', name: say('panel_replace') }, ({ focused }) => focused);
  await album.both(page, 'changes', compose);
  await desk.page.press('Escape');
}
