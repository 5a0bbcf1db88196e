import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { componentsSchema } from '../../src/learning/asking/answer-schemas.ts';
import { createAbilityBook } from '../../src/models/abilities.ts';
import type { Spent } from '../../src/models/meter.ts';
import { listModels } from '../../src/models/model-list.ts';
import { createOpenAiModel } from '../../src/models/openai.ts';
import type { Provider } from '../../src/models/providers/provider.ts';
import { addressOf, providerOf, providers } from '../../src/models/providers/providers.ts';
import { isEndpoint } from '../../src/protocol/settings.ts';
import { quirks } from '../fixtures/provider-quirks.ts';
import { startProviderServer } from '../fixtures/provider-server.ts';
import { faultOf, key, prompt } from './with-server.ts';

const json = { ...prompt, json: true, schema: componentsSchema };
const said = '{"preferences": [], "shown": [], "against": []}';

afterEach(() => void vi.restoreAllMocks());

/** Where the user of a provider has it; Azure's in the form that needs a version. */
const baseUrlOf = ({ id, baseUrl }: Provider): string =>
  id === 'azure' ? 'https://acme.openai.azure.com/openai' : baseUrl;

/** A provider's server on this machine, which every request to the provider's own address reaches instead. */
async function at(provider: Provider, own = quirks[provider.id]) {
  if (!own) throw new Error(`Nobody knows the quirks of ${provider.id}.`);
  const isLocal = provider.baseUrl.startsWith('http:');
  const used = isLocal && provider.id !== 'jan' ? '' : key;
  const server = await startProviderServer(own, used, said);
  onTestFinished(() => server.close());
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const { origin, pathname, search } = new URL(String(input));
    expect(origin).toBe(new URL(baseUrlOf(provider)).origin);
    return real(`${server.origin}${pathname}${search}`, init);
  });
  const spent: Spent[] = [];
  const abilities = createAbilityBook();
  const model = () =>
    createOpenAiModel({
      baseUrl: baseUrlOf(provider),
      key: used,
      model: 'mini',
      timeoutMs: 5_000,
      abilities,
      meter: { admit: async () => {}, spent: (one) => void spent.push(one) },
    });
  return { server, model, spent, key: used };
}

/** The ways the last answers of each were asked for in the end, and after how many requests. */
const ladder: Readonly<Record<string, readonly [string | undefined, number]>> = {
  // Once in vain for the temperature.
  openai: ['json_schema', 2],
  azure: ['json_schema', 1],
  anthropic: [undefined, 1],
  gemini: ['json_object', 2],
  groq: ['json_object', 2],
  mistral: ['json_schema', 1],
  openrouter: ['json_schema', 1],
  ollama: ['json_schema', 1],
  'lm-studio': ['json_schema', 1],
  'llama-cpp': ['json_schema', 1],
  vllm: ['json_object', 2],
  jan: ['json_schema', 1],
};

describe.each(providers)('$name', (provider) => {
  test('answers, and its count is read', async () => {
    const { model, spent } = await at(provider);
    const { text, usage } = await model().complete(json);
    expect(text).toBe(said);
    expect(usage).toEqual({ calls: 1, inputTokens: 50, outputTokens: 7 });
    const charged = provider.id === 'openrouter' ? 0.0042 : null;
    expect(spent).toEqual([{ purpose: 'draft', inputTokens: 50, outputTokens: 7, charged }]);
  });

  test('is asked for JSON in the strictest way it takes, and not in vain again', async () => {
    const { model, server } = await at(provider);
    await model().complete(json);
    const [wanted, tries] = ladder[provider.id] ?? [];
    expect(server.requests).toHaveLength(tries ?? 0);
    // Another worker's life: what was learned is in the book.
    await model().complete(json);
    expect(server.requests).toHaveLength((tries ?? 0) + 1);
    expect(server.requests.at(-1)?.body).toMatchObject(
      wanted === undefined ? {} : { response_format: { type: wanted } },
    );
    if (wanted === undefined)
      expect(server.requests.at(-1)?.body).not.toHaveProperty('response_format');
  });

  test('tells its models', async () => {
    const { key: used } = await at(provider);
    const models = await listModels({ baseUrl: baseUrlOf(provider), key: used, timeoutMs: 5_000 });
    const ids = models.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids.join()).not.toContain('models/');
  });

  test('is known by its address, which may be an endpoint', () => {
    expect(isEndpoint(provider.baseUrl)).toBe(true);
    expect(providerOf(baseUrlOf(provider)).id).toBe(provider.id);
  });
});

test('OpenRouter’s prices are read, but not those that are none', async () => {
  const openrouter = providers.find(({ id }) => id === 'openrouter');
  if (!openrouter) throw new Error('OpenRouter is gone.');
  await at(openrouter);
  expect(await listModels({ baseUrl: openrouter.baseUrl, key, timeoutMs: 5_000 })).toEqual([
    { id: 'openai/gpt-5-mini', price: { input: 0.25, output: 2 } },
    { id: 'openrouter/auto', price: null },
  ]);
});

test('an Ollama without a list at /v1 is asked for the one it has', async () => {
  const ollama = providers.find(({ id }) => id === 'ollama');
  const own = quirks['ollama'];
  if (!ollama || !own) throw new Error('Ollama is gone.');
  const list = { models: [{ name: 'llama2:latest', size: 1 }] };
  const { requests } = (await at(ollama, { ...own, models: '/api/tags', list })).server;
  const models = await listModels({ baseUrl: ollama.baseUrl, key: '', timeoutMs: 5_000 });
  expect(models).toEqual([{ id: 'llama2:latest', price: null }]);
  expect(requests.map(({ path }) => path)).toEqual(['/v1/models', '/api/tags']);
});

test('a list may be long, in one line, and have holes; a server may have no model yet', async () => {
  const openrouter = providers.find(({ id }) => id === 'openrouter');
  const own = quirks['openrouter'];
  if (!openrouter || !own) throw new Error('OpenRouter is gone.');
  const description = 'It is good at everything. '.repeat(100);
  const data = Array.from({ length: 600 }, (_, at) => ({ id: `model-${at}`, description }));
  const options = { baseUrl: openrouter.baseUrl, key, timeoutMs: 5_000 };
  const list = { data: [{ id: 7 }, null, ...data] };
  expect(JSON.stringify(list).length).toBeGreaterThan(1024 * 1024);
  await at(openrouter, { ...own, list });
  expect(await listModels(options)).toHaveLength(600);
  vi.restoreAllMocks();
  await at(openrouter, { ...own, list: { data: null } });
  expect(await listModels(options)).toEqual([]);
});

test('a list of another shape is a bad answer', async () => {
  const openai = providers.find(({ id }) => id === 'openai');
  const own = quirks['openai'];
  if (!openai || !own) throw new Error('OpenAI is gone.');
  await at(openai, { ...own, list: { data: 'many' } });
  const listing = listModels({ baseUrl: openai.baseUrl, key, timeoutMs: 5_000 });
  expect(await faultOf(listing)).toMatchObject({ code: 'bad-answer', detail: 'api.openai.com' });
});

test('a server that nobody knows is another', () => {
  expect(providerOf('https://models.example/v1').id).toBe('other');
  expect(providerOf('https://evilopenai.azure.com.example/v1').id).toBe('other');
  expect(providerOf('https://localhost.example:11434/v1').id).toBe('other');
  expect(providerOf('http://127.0.0.1:11434/v1').id).toBe('ollama');
});

const azureAddress = 'https://acme.openai.azure.com/openai';
test.each([
  [`${azureAddress}/v1/`, `${azureAddress}/v1/chat/completions`],
  [azureAddress, `${azureAddress}/deployments/my%20mini/chat/completions?api-version=2024-10-21`],
  [
    `${azureAddress}/deployments/own?api-version=2025-04-01-preview`,
    `${azureAddress}/deployments/own/chat/completions?api-version=2025-04-01-preview`,
  ],
])('Azure at %s', (baseUrl, address) => {
  expect(addressOf(baseUrl, 'chat/completions', 'my mini').href).toBe(address);
});

test('the model list asks nobody else without a key, and names no key in a fault', async () => {
  const openai = { baseUrl: 'https://api.openai.com/v1', timeoutMs: 5_000 };
  expect(await faultOf(listModels({ ...openai, key: '' }))).toMatchObject({ code: 'no-key' });
  const provider = providers.find(({ id }) => id === 'openai');
  if (!provider) throw new Error('OpenAI is gone.');
  await at(provider);
  const fault = await faultOf(listModels({ ...openai, key: 'sk-another' }));
  expect(fault).toMatchObject({ code: 'wrong-key', detail: 'api.openai.com' });
});
