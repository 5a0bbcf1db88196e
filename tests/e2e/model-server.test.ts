import { afterAll, beforeAll, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import {
  askExtension,
  changeSettings,
  listEpisodes,
  listPreferences,
} from '../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';
import { insertedText, openReply, sendMail } from '../../scripts/drive/mailbox-page.ts';
import { askForDraft, insertDraft, openPanel } from '../../scripts/drive/panel-steps.ts';
import { edit, learnedEpisode, playRound } from '../../scripts/drive/play.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { type Practice, practiceInChromium } from './practice.ts';

const key = 'sk-a-key-of-this-test';
const toAlex = planRounds(14).filter(({ recipient }) => recipient === alex.address);

let practice: Practice<DrivenChromium>;
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer({ key });
  practice = await practiceInChromium();
  const { own } = practice.desk;
  await changeSettings(own, (settings) => ({
    ...settings,
    name: 'Sam Porter',
    writer: { ...settings.writer, kind: 'openai', baseUrl: server.baseUrl, model: 'test-model' },
  }));
  await askExtension(own, 'settings.key', { host: new URL(server.baseUrl).host, key });
});

afterAll(async () => {
  await practice?.close();
  await server?.close();
});

const planned = (index: number) => {
  const found = toAlex[index];
  if (!found) throw new Error('There is no such mail.');
  return found;
};

test('the loop runs with a language model over HTTP, and each draft is one call', async () => {
  const first = await playRound(practice.desk, planned(0), 1);
  const second = await playRound(practice.desk, planned(1), 2);
  expect(first.cost).toBeGreaterThan(0);
  expect(first.learned.length).toBeGreaterThan(0);
  expect(second.used).toEqual(expect.arrayContaining([...first.learned]));
  expect(second.normalised).toBeLessThan(first.normalised);
  const { episodes } = await listEpisodes(practice.desk.own);
  expect(episodes.map(({ draft }) => draft)).toEqual([
    expect.stringMatching(/^Hi Alex,\n[\s\S]*\nCheers,\nSam$/),
    expect.stringMatching(/^Dear Alex,\n/),
  ]);
  expect(episodes.map(({ usage }) => usage.draft.calls)).toEqual([1, 1]);
  expect(episodes.map(({ writer }) => writer)).toEqual(['openai:test-model', 'openai:test-model']);
});

test('the key goes to the server and is told to nobody', async () => {
  const completions = server.requests.filter(({ method }) => method === 'POST');
  expect(completions.length).toBeGreaterThan(0);
  for (const { headers } of completions) expect(headers.authorization).toBe(`Bearer ${key}`);
  const { own } = practice.desk;
  const told = await Promise.all([
    askExtension(own, 'settings.read', {}),
    askExtension(own, 'episodes.list', { limit: 500 }),
    askExtension(own, 'preferences.list', {}),
  ]);
  expect(JSON.stringify(told)).not.toContain(key);
  expect(await own.evaluate(() => document.documentElement.outerHTML, null)).not.toContain(key);
});

test('an edit that was noted survives the death of the worker and is learned once', async () => {
  const { page, probe, own } = practice.desk;
  const { browser } = practice;
  await openReply(page, planned(2).messageId);
  await openPanel(probe);
  await askForDraft(page, probe, planned(2).notes);
  await insertDraft(page);
  const draft = await insertedText(page);
  // Only what nobody can count has to be asked of the model.
  const final = draft.replace(/^.*$/m, 'Ahoy Alex,').replace('.', ' indeed.');
  await edit(page, draft, final);

  // The model keeps the inference waiting, so that the worker dies between "noted" and learning.
  const before = server.requests.length;
  server.misbehave('hang', Number.POSITIVE_INFINITY);
  await sendMail(page);
  await expect.poll(() => server.requests.length, { timeout: 20_000 }).toBeGreaterThan(before);
  expect(await listEpisodes(own)).toMatchObject({ waiting: 1 });
  const died = server.hungUp();
  await browser.killWorker();
  await died;
  server.behave();

  // The next event of any kind starts a new worker, which finds the job.
  const episode = await learnedEpisode(own, final);
  const taught = (await listPreferences(own)).flatMap(({ evidence, description }) =>
    evidence
      .filter(({ episodeId, says }) => episodeId === episode.id && says === 'supports')
      .map(() => description),
  );
  expect(taught).toContain('Greets with “Ahoy <first name>,”');
  expect(new Set(taught).size).toBe(taught.length);
});
