import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import { listPreferences } from '../../scripts/drive/ask-extension.ts';
import type { Heard } from '../../scripts/drive/panel-probe.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { say } from './our-pages.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';
import { untilSettled } from './until-settled.ts';

const [toAlex] = planRounds(14).filter(({ recipient }) => recipient === alex.address);

describe.each(browserNames)('what is said right after sending in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
    await setUp(practice.desk, null);
    if (!toAlex) throw new Error('There is no such mail.');
    await playRound(practice.desk, toAlex, 1);
  });
  afterAll(() => practice?.close());

  const answer = (key: Parameters<typeof say>[0], ...details: string[]) =>
    practice.desk.probe.wait({ role: 'button', name: say(key, ...details) });
  const stored = () => listPreferences(practice.desk.own);
  const isFocused = ({ focused }: Heard): boolean => focused;

  test('what was learned is forgotten by a click, and comes back by Enter', async () => {
    const { page, probe } = practice.desk;
    await page.front();
    const paused = async () => (await stored()).filter(({ status }) => status === 'paused');
    expect(await paused()).toEqual([]);
    const forget = await answer('panel_lesson_forget');
    await untilSettled(page);
    await probe.click(forget);
    const undo = await probe.wait({ role: 'button', name: say('panel_undo') }, isFocused);
    expect(undo).toBeDefined();
    expect(await paused()).toHaveLength(1);
    await page.press('Enter');
    await probe.wait({ role: 'button', name: say('panel_lesson_keep') }, isFocused);
    expect(await paused()).toEqual([]);
  });

  test('by keyboard alone it is kept for this person only', async () => {
    const { page, probe } = practice.desk;
    await page.press('Tab');
    await probe.wait({ role: 'button', name: say('panel_lesson_person', alex.name) }, isFocused);
    await page.press('Enter');
    await probe.wait({ role: 'button', name: say('panel_undo') }, isFocused);
    const own = (await stored()).filter(({ origin }) => origin === 'user');
    expect(own.map(({ scope, status }) => [scope, status])).toEqual([
      [{ kind: 'recipient', address: alex.address }, 'active'],
    ]);
  });

  test('Escape puts it away', async () => {
    const { page, probe } = practice.desk;
    await page.press('Escape');
    await page.until(() => document.querySelector('penchant-panel') === null, null);
    expect(await probe.find({ role: 'button', name: say('panel_lesson_forget') })).toEqual([]);
  });
});
