import { median } from 'simple-statistics';
import { changeSettings } from '../../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../../scripts/drive/chromium.ts';
import { bringIn, longUse } from '../../../tests/e2e/many-mails.ts';
import { type Practice, practiceInChromium } from '../../../tests/e2e/practice.ts';
import { type ModelServer, startModelServer } from '../../../tests/fixtures/model-server.ts';
import { type Row, row } from '../row.ts';
import { bareCall, countIn, draft } from './in-extension.ts';

const some = 1_000;
const many = 10_000;
const preferences = 200;
/** A background lets a tab make 20 drafts in a row. */
const turns = 12;
const coldTurns = 5;

/** What stands between a click and the first word, in the built extension with a model server over HTTP. */
export async function measureStart(): Promise<Row[]> {
  const server = await startModelServer({ reply: () => 'Hi Alex,\n\nThe figures are ready.' });
  const practice = await practiceInChromium();
  try {
    const { own } = practice.desk;
    await changeSettings(own, (settings) => ({
      ...settings,
      name: 'Sam Winter',
      writer: { ...settings.writer, kind: 'openai', baseUrl: server.baseUrl, model: 'test-model' },
    }));
    const madeAt = Date.now();
    await bringIn(own, longUse(some, preferences, madeAt));
    await until(practice, 'vectors', some);
    const warm = await added(practice, server);
    await bringIn(own, longUse(many, preferences, madeAt + 1));
    await until(practice, 'vectors', many);
    return [...warm, ...(await cold(practice))];
  } finally {
    await practice.close();
    await server.close();
  }
}

/** How much later the first word comes than from the server alone; the background is awake. */
async function added({ desk }: Practice<DrivenChromium>, server: ModelServer): Promise<Row[]> {
  await draft(desk.own);
  const body = JSON.stringify(server.requests.findLast(({ method }) => method === 'POST')?.body);
  const ours: number[] = [];
  const shaped: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const times = await draft(desk.own);
    ours.push(times.text);
    shaped.push(times.shaped);
    bare.push(await bareCall(desk.own, server.baseUrl, body));
  }
  const peer = ['the same call without Penchant', median(bare)] as const;
  return [
    row({
      name: 'click to first word, 1,000 mails, warm',
      value: median(ours),
      unit: 'ms',
      peer,
      addsAtMost: 3,
    }),
    row({ name: '… to knowing what shapes it', value: median(shaped), unit: 'ms' }),
  ];
}

/** From a click that wakes the background to knowing which preferences shape the draft. */
async function cold(practice: Practice<DrivenChromium>): Promise<Row[]> {
  const { own } = practice.desk;
  const times: number[] = [];
  // The first one reads row by row, and makes packs.
  await practice.browser.killWorker();
  const { shaped: byRow } = await draft(own);
  await until(practice, 'packs', 16);
  for (let turn = 0; turn < coldTurns; turn += 1) {
    await practice.browser.killWorker();
    times.push((await draft(own)).shaped);
  }
  const peer = ['row by row, once', byRow] as const;
  return [
    row({
      name: 'click to retrieval, 10,000 mails, background ended',
      value: median(times),
      unit: 'ms',
      peer,
    }),
    row({ name: '… the quickest of five', value: Math.min(...times), unit: 'ms' }),
  ];
}

/** Waits until so many records are in this table. */
async function until(
  { desk }: Practice<DrivenChromium>,
  table: 'vectors' | 'packs',
  count: number,
): Promise<void> {
  const end = Date.now() + 240_000;
  while ((await countIn(desk.own, table)) < count) {
    if (Date.now() > end) throw new Error(`There are not ${count} ${table} yet.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
