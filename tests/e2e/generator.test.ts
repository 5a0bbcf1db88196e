import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askExtension, changeSettings, listEpisodes } from '../../scripts/drive/ask-extension.ts';
import { playRound } from '../../scripts/drive/play.ts';
import type { Tab } from '../../scripts/drive/tab.ts';
import { setUp } from '../../scripts/start/play-all.ts';
import { planRounds } from '../../scripts/start/rounds.ts';
import {
  tinyGeneratorChoice,
  tinyGeneratorFiles,
} from '../../scripts/tiny-generator/tiny-generator.ts';
import type { GeneratorState } from '../../src/protocol/generator-messages.ts';
import { messages } from '../../src/protocol/messages.ts';
import { browserNames, type Practice, practiceOn } from './practice.ts';

/*
 * Real weights cannot be part of a test. The tiny generator takes their place, and goes the same way: from a
 * server with pinned hashes into the cache, and through transformers.js in the worker.
 */
const name = 'qwen2.5-0.5b';
const weights = 'onnx/model_quantized.onnx';

async function stateOf(own: Tab): Promise<GeneratorState> {
  const answer = await askExtension(own, 'generator.read', {});
  return messages['generator.read'].response.parse(answer).state;
}

describe.each(browserNames)('a small model inside the extension, in %s', (browser) => {
  let practice: Practice;
  let server: Server;
  let damaged = true;
  const asked: string[] = [];

  beforeAll(async () => {
    const files = tinyGeneratorFiles();
    server = createServer((request, response) => {
      const path = (request.url ?? '').slice(1);
      asked.push(path);
      const bytes = files.get(path);
      response.setHeader('access-control-allow-origin', '*');
      if (!bytes) response.writeHead(404).end();
      else if (damaged && path === weights) response.end(bytes.slice().fill(7, 100, 120));
      else response.end(bytes);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const choice = tinyGeneratorChoice(`http://127.0.0.1:${port}/`);
    practice = await practiceOn(browser, {
      prepare: (folder) =>
        writeFile(join(folder, 'generators.json'), JSON.stringify({ [name]: choice })),
    });
    await setUp(practice.desk, null);
    await changeSettings(practice.desk.own, (settings) => ({
      ...settings,
      writer: { ...settings.writer, kind: 'local', strength: 2 },
    }));
  });
  afterAll(async () => {
    await practice?.close();
    server?.close();
  });

  const settled = (own: Tab) =>
    expect.poll(async () => (await stateOf(own)).fetching, { timeout: 20_000 });

  test('nothing is fetched by choosing it, and a draft says what is missing', async () => {
    const { own } = practice.desk;
    await expect(askExtension(own, 'writer.test', {})).rejects.toThrow('model-absent');
    expect(asked).toEqual([]);
  });

  test('a file with a wrong hash is thrown away, and told', async () => {
    const { own } = practice.desk;
    await askExtension(own, 'generator.fetch', { name });
    await settled(own).toBeNull();
    const { choices, fault } = await stateOf(own);
    expect(fault).toEqual({ code: 'model-damaged', detail: weights });
    expect(choices).toMatchObject([{ name, isHere: false, device: 'wasm' }]);
  });

  test('the right files are fetched once, and the log has the request', async () => {
    const { own } = practice.desk;
    damaged = false;
    asked.length = 0;
    await askExtension(own, 'generator.fetch', { name });
    await settled(own).toBeNull();
    expect(await stateOf(own)).toMatchObject({ fault: null, choices: [{ isHere: true }] });
    expect(asked).toEqual([weights]);
    const answer = await askExtension(own, 'outbound.read', {});
    const [newest] = messages['outbound.read'].response.parse(answer).requests;
    const path = `/${weights}`;
    expect(newest).toMatchObject({ purpose: 'generator', method: 'GET', path, status: 200 });
  });

  test('it writes into the practice mailbox, and its edits are learned from by counting', async () => {
    const [planned] = planRounds(1);
    if (!planned) throw new Error('There is nothing to answer.');
    const { learned } = await playRound(practice.desk, planned, 1);
    expect(learned.length).toBeGreaterThan(0);
    const { episodes } = await listEpisodes(practice.desk.own);
    expect(episodes).toMatchObject([
      { writer: `local:${name}`, usage: { draft: { calls: 1, outputTokens: 4 } } },
    ]);
    expect(episodes[0]?.draft).toBe('hello ann thanks regards');
  });

  test('removed, it is gone, and has to be fetched again', async () => {
    const { own } = practice.desk;
    await askExtension(own, 'generator.remove', { name });
    expect(await stateOf(own)).toMatchObject({ choices: [{ isHere: false }] });
    await expect(askExtension(own, 'writer.test', {})).rejects.toThrow('model-absent');
  });
});
