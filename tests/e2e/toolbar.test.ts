import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askExtension } from '../../scripts/drive/ask-extension.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

describe.each(browserNames)('the toolbar button in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
  });
  afterAll(() => practice?.close());

  test('opens the panel at the compose box that has the caret', async () => {
    const { page, probe, own } = practice.desk;
    await openReply(page, 'alex-standup');
    await probe.wait({ role: 'button', name: panelWords.launcher });
    // What the popup's button says to the background; a driven browser has no toolbar to press.
    await askExtension(own, 'panel.open', {});
    const notes = await probe.wait({ role: 'textbox', name: panelWords.notes });
    expect(notes.disabled).toBe(false);
  });

  test('knows the site and the correspondent of the mail being written', async () => {
    const { own } = practice.desk;
    expect(await askExtension(own, 'here.read', {})).toMatchObject({
      origin: new URL(practice.mailbox.url).origin,
      enabled: true,
      compose: { recipients: [{ address: 'alex@acme.example', name: 'Alex Kim' }] },
    });
  });
});
