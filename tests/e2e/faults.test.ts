import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { askExtension, changeSettings, listEpisodes } from '../../scripts/drive/ask-extension.ts';
import {
  clickIntoEditor,
  insertedText,
  openReply,
  ownText,
} from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import type { Settings } from '../../src/protocol/settings.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { type Practice, practiceInChromium } from './practice.ts';
import { untilSettled } from './until-settled.ts';

let practice: Practice;
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer({ key: 'right' });
  practice = await practiceInChromium();
});

afterAll(async () => {
  await practice?.close();
  await server?.close();
});

const own = 'I have typed this myself.';

/** A reply with a line of the user's own in it, and the panel open above it. */
beforeEach(async () => {
  server.behave();
  const { page, probe } = practice.desk;
  await page.goto('about:blank');
  await page.goto(practice.mailbox.url);
  await openReply(page, 'alex-standup');
  await page.type(own);
  await openPanel(probe);
});

const choose = (writer: Partial<Settings['writer']>): Promise<void> =>
  changeSettings(practice.desk.own, (settings) => ({
    ...settings,
    writer: { ...settings.writer, kind: 'openai', model: 'test-model', ...writer },
  }));

const hostOf = ({ baseUrl }: ModelServer): string => new URL(baseUrl).host;
const sentence = (key: keyof typeof english, detail = ''): string =>
  english[key].message.replace('$1', detail);

/** Asks, and waits until the panel says this; the compose box must be as it was. */
async function isTold(expected: string, notes = 'Say yes'): Promise<void> {
  const { page, probe } = practice.desk;
  await page.type(notes);
  await page.press('Control+Enter');
  await probe.wait({ role: 'StaticText', name: expected }, () => true);
  expect(await ownText(page)).toBe(own);
}

test('no key', async () => {
  await choose({ baseUrl: 'https://api.example.invalid/v1' });
  await isTold(sentence('fault_no_key'));
});

test('a wrong key', async () => {
  await choose({ baseUrl: server.baseUrl });
  await askExtension(practice.desk.own, 'settings.key', { host: hostOf(server), key: 'wrong' });
  await isTold(sentence('fault_wrong_key', new URL(server.baseUrl).host));
});

test('a server that is not there', async () => {
  const gone = await startModelServer();
  await gone.close();
  await choose({ baseUrl: gone.baseUrl });
  await isTold(sentence('fault_unreachable', new URL(gone.baseUrl).host));
});

test.each([
  ['cut', 'fault_cut_short'],
  ['500', 'fault_server_error'],
  ['html', 'fault_bad_answer'],
  ['429', 'fault_rate_limited'],
] as const)('an answer that is %s', async (how, key) => {
  await choose({ baseUrl: server.baseUrl });
  await askExtension(practice.desk.own, 'settings.key', { host: hostOf(server), key: 'right' });
  server.misbehave(how);
  await isTold(sentence(key, new URL(server.baseUrl).host));
});

test('a limit that is reached', async () => {
  const { page, probe, own: ours } = practice.desk;
  const monthlyCap = 0.000001;
  await choose({ baseUrl: server.baseUrl, prices: { input: 1, output: 1 }, monthlyCap });
  await askExtension(ours, 'settings.key', { host: hostOf(server), key: 'right' });
  await askForDraft(page, probe, 'Say yes');
  const before = server.requests.length;
  await page.goto('about:blank');
  await page.goto(practice.mailbox.url);
  await openReply(page, 'alex-standup');
  await page.type(own);
  await openPanel(probe);
  await isTold(sentence('fault_over_budget', String(monthlyCap)));
  expect(server.requests).toHaveLength(before);
  await choose({ monthlyCap: null });
});

test('empty notes in a new message', async () => {
  const { page, probe } = practice.desk;
  await page.goto(`${practice.mailbox.url}#/new`);
  await clickIntoEditor(page);
  await untilSettled(page);
  await openPanel(probe);
  await page.press('Control+Enter');
  await probe.wait({ role: 'StaticText', name: sentence('fault_empty_notes') }, () => true);
});

test('a compose box that is gone', async () => {
  const { page, probe } = practice.desk;
  await choose({ kind: 'builtin' });
  await askForDraft(page, probe, 'Say yes');
  // As if the page had closed it: the panel stays, because nobody pressed anything of its own.
  await page.evaluate(() => document.querySelector('form.compose')?.remove(), null);
  await insertDraft(page);
  await probe.wait({ role: 'StaticText', name: sentence('fault_compose_gone') }, () => true);
});

test('a settings record that cannot be read: the usual settings, and nothing lost', async () => {
  const { page, probe, own: ours } = practice.desk;
  await choose({ kind: 'builtin' });
  await askForDraft(page, probe, 'Say yes');
  await insertDraft(page);
  await insertedText(page);
  const before = (await listEpisodes(ours)).episodes.length;
  expect(before).toBeGreaterThan(0);
  await ours.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('penchant');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('settings', 'readwrite');
          writing.objectStore('settings').put({ writer: 42 }, 'settings');
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    null,
  );
  await ours.goto(ours.url());
  await ours.until(
    (expected) => document.body.textContent?.includes(expected),
    sentence('fault_bad_settings'),
  );
  expect((await listEpisodes(ours)).episodes).toHaveLength(before);
});
