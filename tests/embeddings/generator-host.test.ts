import { expect, test } from 'vitest';
import { tinyGeneratorChoice } from '../../scripts/tiny-generator/tiny-generator.ts';
import { createGeneratorHost } from '../../src/embeddings/generator-host.ts';
import type { RemoteGenerator } from '../../src/embeddings/remote-generator.ts';
import { Fault } from '../../src/learning/fault.ts';
import { createMemoryCache } from './memory-cache.ts';

const choice = tinyGeneratorChoice('http://files.example/');
const completion = { text: 'Hello', usage: { calls: 1, inputTokens: 1, outputTokens: 1 } };

function setting(behaviour: Partial<RemoteGenerator> = {}, device: 'wasm' | 'webgpu' = 'wasm') {
  const cache = createMemoryCache();
  const called: unknown[][] = [];
  const host = createGeneratorHost({
    catalogue: async () => ({ tiny: choice }),
    sources: { packaged: async () => null, cache },
    device: async () => device,
    remote: {
      fetch: async () => {},
      write: async (...args) => {
        called.push(['write', ...args.slice(0, 2)]);
        return completion;
      },
      release: async () => void called.push(['release']),
      ...behaviour,
    },
    onRequest: () => {},
  });
  const keep = async (): Promise<void> => {
    for (const { path } of [...choice.files, choice.weights.wasm.file]) {
      await cache.put(choice.base + path, new Response('x'));
    }
  };
  return { host, called, keep };
}

test('says of each model what it takes, and whether it is here', async () => {
  const { host, keep } = setting();
  const bytes = [...choice.files, choice.weights.wasm.file].reduce(
    (sum, one) => sum + one.bytes,
    0,
  );
  const row = { name: 'tiny', device: 'wasm', bytes, host: 'files.example', licence: 'MIT' };
  expect(await host.state()).toMatchObject({ choices: [{ ...row, isHere: false }], fault: null });
  await keep();
  expect(await host.state()).toMatchObject({ choices: [{ ...row, isHere: true }] });
});

test('the weights for the processor are not those for a graphics card', async () => {
  const { host, keep } = setting({}, 'webgpu');
  await keep();
  expect(await host.state()).toMatchObject({ choices: [{ device: 'webgpu', isHere: false }] });
});

test('a download shows how far it is, one at a time, and why it failed', async () => {
  let end = (): void => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const begun: string[] = [];
  const { host } = setting({
    fetch: async (name, _device, onProgress) => {
      begun.push(name);
      onProgress(3, 10);
      await ended;
      throw new Fault('model-damaged', 'a.onnx');
    },
  });
  const first = host.fetch('tiny');
  await expect.poll(() => begun).toEqual(['tiny']);
  expect((await host.state()).fetching).toEqual({ name: 'tiny', loaded: 3, total: 10 });
  await host.fetch('tiny');
  expect(begun).toEqual(['tiny']);
  end();
  await first;
  expect(await host.state()).toMatchObject({
    fetching: null,
    fault: { code: 'model-damaged', detail: 'a.onnx' },
  });
});

test('removed, its memory is given back before its files are deleted', async () => {
  const { host, called, keep } = setting();
  await keep();
  await host.remove('tiny');
  expect(called).toEqual([['release']]);
  expect(await host.state()).toMatchObject({ choices: [{ isHere: false }] });
});

test('a model is asked under its name; one that is not in the catalogue says so', async () => {
  const { host, called } = setting();
  const model = host.model('tiny');
  expect(model.id).toBe('local:tiny');
  const prompt = { system: '', user: '' };
  expect(await model.complete(prompt, null)).toEqual(completion);
  expect(called).toEqual([['write', 'tiny', 'wasm']]);
  await expect(host.model('none').complete(prompt, null)).rejects.toMatchObject({
    code: 'no-such-model',
  });
});
