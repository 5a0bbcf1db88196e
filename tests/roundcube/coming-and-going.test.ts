import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alex, rivera } from '../../bench/mailbox/messages.ts';
import { wanted } from '../../bench/mailbox/persona.ts';
import { listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { besideQuote, type ComposeHands } from './compose.ts';
import { mailsToAnswer } from './mails.ts';
import { reasonNotToRun } from './server/packages.ts';
import type { ComposeMode } from './server/roundcube.ts';
import { type RoundcubeDesk, sitDown } from './sit-down.ts';

const reason = reasonNotToRun();

const modes: readonly ComposeMode[] = [
  { editor: 'plain', reply: 'above' },
  { editor: 'html', reply: 'above' },
];

describe.skipIf(reason !== '').each(modes)('a draft in Roundcube, $editor', (mode) => {
  let desk: RoundcubeDesk;
  let sent = 0;
  beforeAll(async () => {
    desk = await sitDown(mode);
  });
  afterAll(() => desk?.close());

  async function draftIn(): Promise<string> {
    const { tab, probe, hands } = desk;
    await openPanel(probe);
    await askForDraft(tab, probe, 'Thanks for writing. I will look at it tomorrow');
    await insertDraft(tab);
    await expect.poll(() => hands.ownText()).not.toBe('');
    return hands.ownText();
  }

  async function reply(): Promise<string> {
    const [mail] = mailsToAnswer(1);
    if (!mail) throw new Error('There is no mail to answer.');
    const from = { fromName: alex.name, fromAddress: alex.address };
    await desk.hands.openReply(await desk.server.deliver({ ...mail, ...from }));
    return draftIn();
  }

  const newest = async () => (await listEpisodes(desk.ours)).episodes[0];

  /** What arrived, stood on the screen and was stored are one text. */
  async function sendAndCompare(hands: ComposeHands, draft: string): Promise<void> {
    const onScreen = await hands.ownText();
    await hands.send();
    const arrived = await desk.server.smtp.mail(sent++);
    const episode = await learnedEpisode(desk.ours, onScreen);
    const text = (arrived.text ?? '').replace(/ +$/gm, '');
    expect(besideQuote(text, mode.reply)).toBe(onScreen);
    expect(episode.draft).toBe(draft);
    expect(episode.outcome).toBe('sent');
  }

  test('is not taken for sent where the page asks for a recipient, and is once there is one', async () => {
    const { hands, page } = desk;
    await hands.openNew();
    await page.fill('#compose-subject', 'The report');
    await hands.focus();
    const draft = await draftIn();
    const final = wanted(draft, rivera.address);
    await hands.edit(draft, final);
    await page.click('button.send');
    await page.locator('.ui-dialog').waitFor();
    await page.locator('.ui-dialog button').first().click();
    expect(await newest()).toMatchObject({ outcome: 'open', final: null, standing: null });
    await page.locator('.recipient-input input').first().fill(`${rivera.address},`);
    expect(await hands.ownText()).toBe(final);
    await sendAndCompare(hands, draft);
  });

  test('goes on in the other editor, with what was typed in either', async () => {
    const draft = await reply();
    const first = wanted(draft, alex.address);
    await desk.hands.edit(draft, first);
    const other = await desk.hands.switchEditor();
    expect(await other.ownText()).toBe(first);
    await other.focus();
    await other.edit('', 'Well. ');
    expect(await other.ownText()).toBe(`Well. ${first}`);
    await sendAndCompare(other, draft);
  });

  test('is still ours after it was saved and opened again in a new page', async () => {
    const { hands, page, probe } = desk;
    const draft = await reply();
    const first = wanted(draft, alex.address);
    await hands.edit(draft, first);
    const uid = await hands.saveDraft();
    await page.goto(`${desk.server.url}?_task=mail&_mbox=INBOX`);
    await expect.poll(async () => (await newest())?.trace?.left).toBe('closed');
    expect(await newest()).toMatchObject({ outcome: 'open', final: null });
    await hands.openDraft(uid);
    await probe.wait({ role: 'button', name: panelWords.launcher });
    expect(await hands.ownText()).toBe(first);
    await hands.edit(first, first.replace('tomorrow', 'on Monday'));
    await sendAndCompare(hands, draft);
  });
});
