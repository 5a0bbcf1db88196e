import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertedText, openReply, ownText } from '../../scripts/drive/mailbox-page.ts';
import type { Heard } from '../../scripts/drive/panel-probe.ts';
import { panelWords } from '../../scripts/drive/panel-words.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { say } from './our-pages.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/** More than the page and the panel have that a key can reach. */
const most = 60;
const isFocused = ({ focused }: Heard): boolean => focused;

describe.each(browserNames)('with the keyboard alone, in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name);
    const { desk } = practice;
    await setUp(desk, null);
    const [first, ...later] = planRounds(8);
    const second = later.find(({ recipient }) => recipient === first?.recipient);
    if (!first || !second) throw new Error('There are no two mails to one person.');
    await playRound(desk, first, 1);
    await openReply(desk.page, second.messageId);
    await desk.probe.wait({ role: 'button', name: panelWords.launcher });
  });
  afterAll(() => practice?.close());

  /** Presses `key` until something of this role and name has the focus, and answers it. */
  async function walkTo(role: string, sought: string | RegExp, key = 'Tab'): Promise<Heard> {
    const { page, probe } = practice.desk;
    for (let presses = 0; presses < most; presses += 1) {
      const there = (await probe.find({ role, name: sought })).find(isFocused);
      if (there) return there;
      await page.press(key);
    }
    throw new Error(`${key} never reached ${role} “${sought}”:\n${await probe.describe()}`);
  }
  const focused = (key: Parameters<typeof say>[0]): Promise<Heard> =>
    practice.desk.probe.wait({ role: 'button', name: say(key) }, isFocused);

  test('the panel is reached from the mail, and a draft asked for', async () => {
    const { page, probe } = practice.desk;
    await walkTo('button', panelWords.launcher);
    await page.press('Enter');
    await probe.wait({ role: 'textbox', name: panelWords.notes }, isFocused);
    await page.type('Thursday works');
    await page.press('Control+Enter');
    await focused('panel_insert');
  });

  test('a preference is left out of the draft', async () => {
    const { page, probe } = practice.desk;
    const { name: preference } = await walkTo('button', /^Greets/, 'Shift+Tab');
    await page.press(' ');
    await walkTo('button', say('panel_again'));
    await page.press('Enter');
    await focused('panel_insert');
    await probe.wait({ role: 'button', name: preference });
  });

  test('another draft is asked for, and that there is none is said', async () => {
    const { page, probe } = practice.desk;
    await walkTo('button', say('panel_another'));
    await page.press('Enter');
    await expect.poll(() => probe.describe()).toContain(say('panel_no_other'));
    await focused('panel_insert');
  });

  test('it goes in, and out again', async () => {
    const { page } = practice.desk;
    await walkTo('button', say('panel_insert'));
    await page.press('Enter');
    expect(await insertedText(page)).toContain('Thursday works');
    await page.press('Control+z');
    await page.until(
      () => !document.querySelector('form.compose')?.textContent?.includes('Thursday works'),
      null,
    );
    expect((await ownText(page)).trim()).toBe('');
  });
});
