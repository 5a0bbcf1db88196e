import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { changeSettings, listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { clickIntoEditor } from '../../scripts/drive/mailbox-page.ts';
import { openPanel } from '../../scripts/drive/panel-steps.ts';
import { playRound } from '../../scripts/drive/play.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { type Practice, practiceInChromium } from './practice.ts';

/** The stand-in as a script for the worker, where Chrome has the real one; `en` is all it writes. */
async function standIn(): Promise<string> {
  const path = resolve('tests/fixtures/prompt-api.ts');
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { target: 'es2023' });
  const text = 'Dear Alex,\n\nThe slides will be there.\n\nKind regards';
  return `(() => {
    ${code.replace(/^export (?=function)/gm, '').replace(/^export .*$/gm, '')}
    globalThis.LanguageModel = promptApi({
      languages: ['en'],
      reply: ({ constraint }) =>
        constraint ? '{"preferences": [], "shown": [], "against": []}' : ${JSON.stringify(text)},
    });
  })();\n`;
}

let practice: Practice;

beforeAll(async () => {
  practice = await practiceInChromium({
    prepare: async (folder) => {
      const worker = join(folder, 'background.js');
      await writeFile(worker, (await standIn()) + (await readFile(worker, 'utf8')));
    },
  });
  await changeSettings(practice.desk.own, (settings) => ({
    ...settings,
    name: 'Sam Porter',
    writer: { ...settings.writer, kind: 'on-device' },
  }));
});
afterAll(() => practice?.close());

test('the browser’s own model drafts, and edits of its drafts are learned from', async () => {
  const [planned] = planRounds(1);
  if (!planned) throw new Error('There are no mails to answer.');
  const { learned } = await playRound(practice.desk, planned, 1);
  expect(learned.length).toBeGreaterThan(0);
  const { episodes } = await listEpisodes(practice.desk.own);
  expect(episodes).toMatchObject([
    { writer: 'on-device', usage: { draft: { calls: 1 }, learn: { calls: 0 } } },
  ]);
  expect(episodes[0]?.draft).toContain('The slides will be there.');
  expect(episodes[0]?.usage.draft.outputTokens).toBeGreaterThan(5);
});

test('a language it does not write is told in the panel', async () => {
  const { page, probe } = practice.desk;
  await page.goto('about:blank');
  await page.goto(`${practice.mailbox.url}#/new`);
  await clickIntoEditor(page);
  await openPanel(probe);
  await page.type('Ich komme am Montag um zehn Uhr und bringe die Unterlagen mit');
  await page.press('Control+Enter');
  const sentence = english.fault_language_unsupported.message.replace('$1', 'de');
  await probe.wait({ role: 'StaticText', name: sentence }, () => true);
});
