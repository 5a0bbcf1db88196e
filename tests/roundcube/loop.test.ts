import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import { wanted } from '../../bench/mailbox/persona.ts';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { learnedEpisode } from '../../scripts/drive/play.ts';
import { domainOf } from '../../src/learning/evidence/address.ts';
import { besideQuote } from './compose.ts';
import { mailsToAnswer } from './mails.ts';
import { reasonNotToRun } from './server/packages.ts';
import type { ComposeMode } from './server/roundcube.ts';
import { type RoundcubeDesk, sitDown } from './sit-down.ts';

const reason = reasonNotToRun();
if (reason) console.log(`Skipping the tests on Roundcube: this machine ${reason}.`);

const modes: readonly ComposeMode[] = [
  { editor: 'plain', reply: 'above' },
  { editor: 'plain', reply: 'below' },
  { editor: 'html', reply: 'above' },
];

describe.skipIf(reason !== '').each(modes)('Roundcube, $editor, $reply the quote', (mode) => {
  let desk: RoundcubeDesk;
  beforeAll(async () => {
    desk = await sitDown(mode);
  });
  afterAll(() => desk?.close());

  /** Answers one mail from Alex: draft, edit with real keys, send; what arrived and what was learned. */
  async function answer(mail: { subject: string; text: string }, index: number) {
    const { server, ours, tab, probe, hands } = desk;
    const uid = await server.deliver({
      ...mail,
      fromName: alex.name,
      fromAddress: alex.address,
    });
    await hands.openReply(uid);
    await openPanel(probe);
    await askForDraft(
      tab,
      probe,
      'Thanks for writing. I will look at it tomorrow; call me on Friday',
    );
    await insertDraft(tab);
    await expect.poll(() => hands.ownText()).not.toBe('');
    const draft = await hands.ownText();
    const final = wanted(draft, alex.address);
    await hands.edit(draft, final);
    const onScreen = await hands.ownText();
    expect(onScreen).toBe(final);
    expect(await hands.canPressSend()).toBe(true);
    await hands.send();
    const arrived = await server.smtp.mail(index);
    const episode = await learnedEpisode(ours, final);
    return { draft, onScreen, arrived, episode };
  }

  test('replies to real messages are drafted, edited, sent and learned from', async () => {
    const mails = mailsToAnswer(3);
    const costs: number[] = [];
    for (const [index, mail] of mails.entries()) {
      const { draft, onScreen, arrived, episode } = await answer(mail, index);
      expect(arrived.to?.[0]?.address).toBe(alex.address);
      expect(besideQuote(arrived.text ?? '', mode.reply)).toBe(onScreen);
      expect(arrived.text).toContain('>');
      expect(episode.draft).toBe(draft);
      expect(episode.final).toBe(onScreen);
      expect(episode.context.recipients).toEqual([{ address: alex.address, name: alex.name }]);
      expect(episode.context.incoming?.text).toContain(mail.text.trim().split('\n')[0]?.trim());
      costs.push(episode.cost?.normalised ?? 1);
      if (index > 0) {
        expect(episode.guidance?.preferences.map(({ description }) => description)).toContain(
          'Greets with “Hi <first name>,”',
        );
        expect(draft).toMatch(/^Hi Alex,/);
      }
    }
    const [first = 0, ...others] = costs;
    expect(first).toBeGreaterThan(0.2);
    for (const cost of others) expect(cost).toBeLessThanOrEqual(first / 2);
    const preferences = await listPreferences(desk.ours);
    expect(preferences.map(({ description }) => description)).toContain(
      'Closes with “Cheers, / Sam”',
    );
    for (const { scope } of preferences) {
      expect(scope).toEqual({ kind: 'domain', domain: domainOf(alex.address) });
    }
  });
});
