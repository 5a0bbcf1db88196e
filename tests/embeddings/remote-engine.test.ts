import { describe, expect, it } from 'vitest';
import type { EncoderEngine } from '../../src/embeddings/encoder-engine.ts';
import { createRemoteEngine } from '../../src/embeddings/remote-engine.ts';
import { serveEngine } from '../../src/embeddings/serve-engine.ts';
import { Fault } from '../../src/learning/fault.ts';
import { createPortPair } from './port-pair.ts';

const never = new Promise<never>(() => {});

/** An engine behind a port, and what the test needs to disturb it. */
function setting(behaviour: Partial<EncoderEngine> = {}, patienceMs = 5_000) {
  const engine: EncoderEngine = {
    load: async () => 'ready',
    fetch: async () => {},
    embed: async (texts) => texts.map((text) => Float32Array.of(text.length, 0.25)),
    release: async () => {},
    ...behaviour,
  };
  const pairs: ReturnType<typeof createPortPair>[] = [];
  const remote = createRemoteEngine({
    connect: async () => {
      const pair = createPortPair();
      pairs.push(pair);
      serveEngine(pair.page, engine);
      return pair.background;
    },
    close: async () => {},
    patienceMs,
  });
  return { remote, pairs };
}

describe('an engine behind a port', () => {
  it('answers as if it were here, over one port', async () => {
    const { remote, pairs } = setting();
    expect(await remote.load()).toBe('ready');
    const answers = await Promise.all([remote.embed(['a', 'bcd']), remote.embed(['ef'])]);
    expect(answers).toEqual([
      [Float32Array.of(1, 0.25), Float32Array.of(3, 0.25)],
      [Float32Array.of(2, 0.25)],
    ]);
    expect(pairs).toHaveLength(1);
  });

  it('tells the progress of a download before its end', async () => {
    const { remote } = setting({
      fetch: async (onProgress) => {
        onProgress(1, 2);
        onProgress(2, 2);
      },
    });
    const heard: number[] = [];
    await remote.fetch(
      (loaded) => heard.push(loaded),
      () => {},
    );
    expect(heard).toEqual([1, 2]);
  });

  it('tells which requests a download made', async () => {
    const request = {
      at: 1,
      method: 'GET',
      host: 'files.example',
      path: '/a.onnx',
      purpose: 'encoder',
      bytes: 0,
      milliseconds: 2,
      status: 200,
      body: '',
    } as const;
    const { remote } = setting({ fetch: async (_, onRequest) => onRequest(request) });
    const heard: unknown[] = [];
    await remote.fetch(
      () => {},
      (told) => heard.push(told),
    );
    expect(heard).toEqual([request]);
  });

  it('passes faults on, and others than faults as such', async () => {
    const { remote } = setting({
      fetch: async () => {
        throw new Fault('download-failed', 'example.org');
      },
      embed: async () => {
        throw new TypeError('no such tensor');
      },
    });
    await expect(
      remote.fetch(
        () => {},
        () => {},
      ),
    ).rejects.toMatchObject({
      code: 'download-failed',
      detail: 'example.org',
    });
    await expect(remote.embed(['a'])).rejects.toMatchObject({
      code: 'encoder-failed',
      detail: 'no such tensor',
    });
  });

  it('opens a new port when the page was lost', async () => {
    const { remote, pairs } = setting();
    await remote.load();
    pairs[0]?.cut();
    expect(await remote.embed(['ab'])).toEqual([Float32Array.of(2, 0.25)]);
    expect(pairs).toHaveLength(2);
  });

  it('fails what was under way when the page is lost', async () => {
    const { remote, pairs } = setting({ embed: () => never });
    await remote.load();
    const lost = remote.embed(['a']);
    await remote.load();
    pairs[0]?.cut();
    await expect(lost).rejects.toMatchObject({ code: 'encoder-failed' });
  });

  it('does not wait for ever', async () => {
    const { remote } = setting({ load: () => never }, 10);
    await expect(remote.load()).rejects.toMatchObject({ code: 'encoder-failed' });
  });

  it('says so when no page can be opened, and tries again the next time', async () => {
    let fails = true;
    const pair = createPortPair();
    const remote = createRemoteEngine({
      connect: async () => {
        if (fails) throw new Error('no offscreen page');
        serveEngine(pair.page, { ...idle, load: async () => 'absent' });
        return pair.background;
      },
      close: async () => {},
      patienceMs: 5_000,
    });
    await expect(remote.load()).rejects.toMatchObject({ code: 'encoder-failed' });
    fails = false;
    expect(await remote.load()).toBe('absent');
  });

  it('ignores what is not a request', async () => {
    const pair = createPortPair();
    const asked: string[] = [];
    serveEngine(pair.page, {
      ...idle,
      embed: async (texts) => {
        asked.push(...texts);
        return [];
      },
    });
    const answered = new Promise((resolve) => pair.background.onMessage.addListener(resolve));
    pair.background.postMessage({ type: 'embed', id: 1, texts: ['no address'] });
    pair.background.postMessage({ to: 'offscreen', type: 'embed', id: 2, texts: 'no list' });
    pair.background.postMessage({ to: 'offscreen', type: 'embed', id: 3, texts: ['good'] });
    expect(await answered).toMatchObject({ type: 'embedded', id: 3 });
    expect(asked).toEqual(['good']);
  });
});

const idle: EncoderEngine = {
  load: async () => 'ready',
  fetch: async () => {},
  embed: async () => [],
  release: async () => {},
};
