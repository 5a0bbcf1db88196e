import { afterAll, beforeAll, expect, test } from 'vitest';
import { askExtension, listEpisodes } from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { openReply } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { oneIn, sideOf } from '../../src/learning/comparison.ts';
import type { Comparison } from '../../src/learning/types.ts';
import { bringIn, longUse } from './many-mails.ts';
import { complaintsIn, openPage, say, violationsIn } from './our-pages.ts';
import { type Practice, practiceInChromium } from './practice.ts';
import { untilSettled } from './until-settled.ts';

let practice: Practice<DrivenChromium>;
let complaints: readonly string[];
beforeAll(async () => {
  practice = await practiceInChromium();
  complaints = complaintsIn(practice.browser);
  const { desk } = practice;
  await setUp(desk, null);
  await askExtension(desk.own, 'preferences.add', {
    description: 'Greets with “Ahoy <first name>,”',
    facet: 'greeting',
    scope: { kind: 'everywhere' },
  });
});
afterAll(() => practice?.close());

/** Mails of one side, of which this share was changed, give or take. */
function sent(side: Comparison, count: number, share: number) {
  return longUse(count, 0).episodes.map((episode, at) => ({
    ...episode,
    id: `${side}-${at}`,
    comparison: side,
    cost: { words: 10, normalised: share + (at % 5) / 100 },
  }));
}

test('Progress switches the comparison on and shows both sides', async () => {
  const { browser, desk } = practice;
  const episodes = [...sent('with', 15, 0.1), ...sent('without', 11, 0.4)];
  await bringIn(desk.own, { ...longUse(0, 0), episodes });
  const page = await openPage(browser, 'options', 'progress');
  const row = (name: string) => page.getByRole('row', { name }).innerText();
  expect(await row(say('compare_with'))).toMatch(/\s15\s+12%\s/);
  expect(await row(say('compare_without'))).toMatch(/\s11\s+42%\s/);
  await page.getByText('With preferences you changed less: 30').waitFor();
  const turn = page.getByRole('switch', { name: say('compare_switch', `${oneIn}`) });
  expect(await turn.isChecked()).toBe(false);
  await turn.click();
  await expect.poll(() => turn.isChecked()).toBe(true);
  expect(await violationsIn(page)).toEqual([]);
  await page.reload();
  await expect.poll(() => turn.isChecked()).toBe(true);
  await page.close();
});

test('a draft that chance left without preferences says so, and one press writes it with them', async () => {
  const { browser, desk } = practice;
  const { page, probe, own } = desk;
  // What chance would say once in ten times.
  const id = Array.from({ length: 500 }, (_, at) => `held-${at}`).find(
    (one) => sideOf(one) === 'without',
  );
  const [worker] = browser.context.serviceWorkers();
  await worker?.evaluate((first) => {
    const random = crypto.randomUUID.bind(crypto);
    const drawn = [first];
    // A name of ours, of the length that is asked for nowhere.
    crypto.randomUUID = () => (drawn.shift() ?? random()) as ReturnType<typeof random>;
  }, id);
  await page.front();
  await openReply(page, 'alex-report');
  await openPanel(probe);
  await askForDraft(page, probe, 'report on Thursday');
  const writeWith = { role: 'button', name: say('panel_write_with') };
  await probe.wait(writeWith);
  // A click on what has only just moved does not count.
  await untilSettled(page);
  await probe.click(await probe.wait(writeWith));
  await probe.wait({ role: 'button', name: /Ahoy/ });
  await probe.wait({ role: 'button', name: say('panel_insert') });
  expect(await probe.find(writeWith)).toEqual([]);
  const { episodes } = await listEpisodes(own, 2);
  const [whole, heldOut] = episodes;
  expect(heldOut).toMatchObject({ id, comparison: 'without', guidance: null });
  expect(heldOut?.draft).not.toContain('Ahoy');
  expect(whole).not.toHaveProperty('comparison');
  expect(whole?.draft).toContain('Ahoy');
  expect(complaints).toEqual([]);
});
