import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReply, ownText } from '../../scripts/drive/mailbox-page.ts';
import type { Heard } from '../../scripts/drive/panel-probe.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { say } from './our-pages.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';
import { untilSettled } from './until-settled.ts';

describe.each(browserNames)('a draft that is changed before it goes in, in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
    await setUp(practice.desk, null);
    await openReply(practice.desk.page, 'alex-report');
    await openPanel(practice.desk.probe);
    await askForDraft(practice.desk.page, practice.desk.probe, 'report on Thursday');
  });
  afterAll(() => practice?.close());

  const isFocused = ({ focused }: Heard): boolean => focused;
  const button = (key: Parameters<typeof say>[0], ready?: (heard: Heard) => boolean) =>
    practice.desk.probe.wait({ role: 'button', name: say(key) }, ready);

  test('by keyboard alone it is made plainer, and goes in as it was shown', async () => {
    const { page } = practice.desk;
    // The presses for a tone stand before the buttons; Insert has the focus.
    await page.press('Shift+Tab');
    await button('panel_tone_plainer', isFocused);
    await page.press('Enter');
    await button('panel_insert', isFocused);
    await insertDraft(page);
    await page.until(
      () => document.querySelector('form.compose')?.textContent?.includes('Thursday'),
      null,
    );
    const text = await ownText(page);
    expect(text).toMatch(/Thursday/);
    expect(text).not.toMatch(/Thank/);
  });

  test('what was edited since is shown with its changes, replaced by a press, and comes back', async () => {
    const { page, probe } = practice.desk;
    // From the end of the name below the greeting up to the sentence: a name is nobody's tone.
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'End']) await page.press(key);
    await page.type(' Great!');
    const edited = await ownText(page);
    expect(edited).toContain('Great!');
    // A click on what has only just moved does not count.
    await untilSettled(page);
    await openPanel(probe);
    await untilSettled(page);
    await probe.click(await button('panel_tone_plainer'));
    await button('panel_replace', isFocused);
    expect(await ownText(page)).toBe(edited);
    await page.press('Enter');
    await page.until(
      () => !document.querySelector('form.compose')?.textContent?.includes('Great!'),
      null,
    );
    expect((await ownText(page)).replace(/\s+/g, ' ')).toContain('Great.');
    await page.press('Control+z');
    await page.until(
      () => document.querySelector('form.compose')?.textContent?.includes('Great!'),
      null,
    );
    expect(await ownText(page)).toBe(edited);
  });
});
