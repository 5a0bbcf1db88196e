import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { alex } from '../../bench/mailbox/messages.ts';
import { askExtension, changeSettings } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import { tinyEncoderEntry, tinyEncoderFiles } from '../../scripts/tiny-encoder/tiny-encoder.ts';
import { type EncoderState, messages } from '../../src/protocol/messages.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/*
 * The real weights cannot be part of a test. The tiny encoder takes their place, under the same id and
 * on the same path through transformers.js: in the package, or downloaded with pinned hashes.
 */
const id = 'Xenova/all-MiniLM-L6-v2';
const toAlex = planRounds(14).filter(({ recipient }) => recipient === alex.address);

async function stateOf(own: Tab): Promise<EncoderState> {
  const answer = await askExtension(own, 'encoder.read', {});
  return messages['encoder.read'].response.parse(answer).state;
}

const want = (own: Tab, encoder: EncoderState['wanted']): Promise<void> =>
  changeSettings(own, (settings) => ({ ...settings, encoder }));

/** How many contexts have a vector of each encoder, read from the database itself. */
const vectorCounts = (own: Tab): Promise<Record<string, number>> =>
  own.evaluate(
    () =>
      new Promise<Record<string, number>>((done, failed) => {
        const opening = indexedDB.open('penchant');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('vectors').objectStore('vectors').getAllKeys();
          asking.onsuccess = () => {
            const counts: Record<string, number> = {};
            for (const key of asking.result) {
              const encoder = String(Array.isArray(key) ? key[0] : key);
              counts[encoder] = (counts[encoder] ?? 0) + 1;
            }
            opening.result.close();
            done(counts);
          };
        };
      }),
    null,
  );

describe.each(browserNames)('an encoder in the package, in %s', (name) => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await practiceOn(name, {
      prepare: async (folder) => {
        for (const [path, bytes] of tinyEncoderFiles()) {
          const file = join(folder, 'models', id, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, bytes);
        }
      },
    });
    await setUp(practice.desk, null);
  });
  afterAll(() => practice?.close());

  test('is used once it is chosen, and stored contexts get its vectors', async () => {
    const { own } = practice.desk;
    const [first, second] = toAlex;
    if (!first || !second) throw new Error('There is nothing to answer.');
    await playRound(practice.desk, first, 1);
    expect(Object.keys(await vectorCounts(own))).toEqual(['lexical-1']);
    await want(own, 'minilm');
    const { active, model, fault } = await stateOf(own);
    expect({ model, fault }).toEqual({ model: 'ready', fault: null });
    expect(active).toMatch(/^minilm@/);
    await expect.poll(() => vectorCounts(own), { timeout: 20_000 }).toMatchObject({ [active]: 1 });
    const round = await playRound(practice.desk, second, 2);
    expect(round.used.length).toBeGreaterThan(0);
    expect(await vectorCounts(own)).toMatchObject({ 'lexical-1': 1, [active]: 2 });
    expect((await stateOf(own)).active).toBe(active);
  });
});

describe.each(browserNames)('an encoder to be downloaded, in %s', (name) => {
  let practice: Practice;
  let server: Server;
  let damaged = true;
  const asked: string[] = [];

  beforeAll(async () => {
    const files = tinyEncoderFiles();
    server = createServer((request, response) => {
      const path = (request.url ?? '').slice(1);
      asked.push(path);
      const bytes = files.get(path);
      response.setHeader('access-control-allow-origin', '*');
      if (!bytes) response.writeHead(404).end();
      else if (damaged && path.endsWith('.onnx')) response.end(bytes.slice().fill(7, 100, 120));
      else response.end(bytes);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const entry = tinyEncoderEntry(`http://127.0.0.1:${port}/`, id);
    practice = await practiceOn(name, {
      prepare: (folder) =>
        writeFile(join(folder, 'encoders.json'), JSON.stringify({ minilm: entry })),
    });
  });
  afterAll(async () => {
    await practice?.close();
    server?.close();
  });
  afterEach(() => {
    asked.length = 0;
  });

  const settled = (own: Tab) =>
    expect.poll(async () => (await stateOf(own)).model, { timeout: 20_000 });

  test('nothing is fetched before it is asked for', async () => {
    const { own } = practice.desk;
    await want(own, 'minilm');
    expect(await stateOf(own)).toMatchObject({ active: 'lexical-1', model: 'absent' });
    expect(asked).toEqual([]);
  });

  test('a file with a wrong hash is thrown away, and matching goes on without it', async () => {
    const { own } = practice.desk;
    await askExtension(own, 'encoder.fetch', {});
    await settled(own).toBe('failed');
    expect(await stateOf(own)).toMatchObject({
      active: 'lexical-1',
      fault: { code: 'wrong-hash', detail: 'onnx/model_quantized.onnx' },
    });
  });

  test('the right files are fetched once, checked and used', async () => {
    const { own } = practice.desk;
    damaged = false;
    await askExtension(own, 'encoder.fetch', {});
    await settled(own).toBe('ready');
    expect((await stateOf(own)).active).toMatch(/^minilm@/);
    expect(asked).toEqual(['onnx/model_quantized.onnx']);
    const answer = await askExtension(own, 'outbound.read', {});
    const [newest] = messages['outbound.read'].response.parse(answer).requests;
    const path = '/onnx/model_quantized.onnx';
    expect(newest).toMatchObject({ purpose: 'encoder', method: 'GET', path, status: 200 });
    await want(own, 'lexical');
    await want(own, 'minilm');
    expect((await stateOf(own)).active).toMatch(/^minilm@/);
    expect(asked).toEqual(['onnx/model_quantized.onnx']);
  });
});
