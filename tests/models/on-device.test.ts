import { expect, test } from 'vitest';
import { componentsSchema } from '../../src/learning/asking/answer-schemas.ts';
import { createWriter } from '../../src/models/create-writer.ts';
import { createOnDeviceModel } from '../../src/models/on-device/on-device-model.ts';
import { createOnDeviceWriter } from '../../src/models/on-device/on-device-writer.ts';
import { promptApi, type StandInOptions } from '../fixtures/prompt-api.ts';
import { mailContext } from '../learning/mail-context.ts';
import { counter, episode } from '../learning/world.ts';
import { faultOf, prompt } from './with-server.ts';

const on = (options: StandInOptions = {}, language: string | null = 'en', timeoutMs = 5_000) => {
  const api = promptApi(options);
  return { api, model: createOnDeviceModel({ api, language, timeoutMs }) };
};

test('an answer arrives in pieces, with what it took of the context, and the session is let go', async () => {
  const { api, model } = on();
  const pieces: string[] = [];
  const answer = await model.complete(prompt, { onText: (piece) => pieces.push(piece) });
  expect(answer).toEqual({
    text: 'Hello there, friend.',
    usage: { calls: 1, inputTokens: 7, outputTokens: 5 },
  });
  expect(pieces).toEqual(['Hello ', 'there, ', 'friend.']);
  expect(api.destroyed()).toBe(api.created.length);
});

test('the system prompt stands in the session, and the same choice is made each time', async () => {
  const { api, model } = on();
  await model.complete(prompt);
  expect(api.created).toMatchObject([
    {
      initialPrompts: [{ role: 'system', content: prompt.system }],
      samplingMode: 'most-predictable',
      expectedOutputs: [{ type: 'text', languages: ['en'] }],
    },
  ]);
});

test('an older browser is asked in its own words', async () => {
  const { api, model } = on({ isOld: true });
  expect((await model.complete(prompt)).usage.inputTokens).toBe(7);
  expect(api.created.at(-1)).toMatchObject({ temperature: 0, topK: 1 });
  expect(api.created.at(-1)).not.toHaveProperty('samplingMode');
  expect(api.destroyed()).toBe(2);
});

test('JSON is asked for by a schema, which costs no context', async () => {
  const { api, model } = on();
  await model.complete({ ...prompt, json: true, schema: componentsSchema });
  expect(api.prompted).toMatchObject([
    { responseConstraint: componentsSchema, omitResponseConstraintInput: true },
  ]);
});

test.each([
  ['downloadable', 'model-absent'],
  ['downloading', 'model-absent'],
  ['unavailable', 'model-unavailable'],
] as const)(
  'a model that is %s is not used, nor downloaded unasked',
  async (availability, code) => {
    const { api, model } = on({ availability });
    expect(await faultOf(model.complete(prompt))).toMatchObject({ code });
    expect(api.created).toEqual([]);
  },
);

test('a language it does not write is named', async () => {
  const { model } = on({}, 'it');
  const fault = await faultOf(model.complete(prompt));
  expect(fault).toMatchObject({ code: 'language-unsupported', detail: 'it' });
});

test('what does not fit into its context is too long, before it is asked', async () => {
  const { api, model } = on({ contextWindow: 40 });
  const user = 'Say hello. '.repeat(20);
  expect(await faultOf(model.complete({ ...prompt, user }))).toMatchObject({ code: 'too-long' });
  expect(api.prompted).toEqual([]);
  const system = user.repeat(10);
  expect(await faultOf(model.complete({ ...prompt, system }))).toMatchObject({ code: 'too-long' });
});

test('cancelling ends it, silence ends it, and the session is let go', async () => {
  const { api, model } = on({ hangs: true });
  const controller = new AbortController();
  const { signal } = controller;
  const fault = await faultOf(model.complete(prompt, { signal, onText: () => controller.abort() }));
  expect(fault.code).toBe('cancelled');
  expect(api.destroyed()).toBe(1);
  const slow = on({ hangs: true }, 'en', 50);
  expect(await faultOf(slow.model.complete(prompt))).toMatchObject({ code: 'model-failed' });
});

test('an answer without a word is none', async () => {
  const { model } = on({ reply: () => ' \n' });
  expect(await faultOf(model.complete(prompt))).toMatchObject({ code: 'model-failed' });
});

test('each mail is written in its language, an edit is described in English', async () => {
  const preferences = [
    { facet: 'closing', description: 'Closes with “Cheers”', before: '', after: 'Cheers' },
  ];
  const api = promptApi({
    reply: ({ constraint }) =>
      constraint ? JSON.stringify({ preferences, shown: [], against: [] }) : 'Hola Ana.',
  });
  const writer = createOnDeviceWriter(api, 5_000, counter());
  const context = mailContext({ language: 'es' });
  const order = { context, guidance: null, examples: [] };
  expect(await writer.describes?.()).toBe(false);
  expect((await writer.draft(order)).text).toBe('Hola Ana.');
  expect(api.created.at(-1)).toMatchObject({ expectedOutputs: [{ languages: ['es'] }] });
  const { draft } = episode({ id: 'e' });
  const edit = { context, draft, final: `${draft}\nCheers`, guidance: null, known: [] };
  expect((await writer.infer(edit, 'components')).preferences).toEqual(preferences);
  expect(api.created.at(-1)).toMatchObject({ expectedOutputs: [{ languages: ['en'] }] });
});

test('a browser without a model says so', () => {
  const choice = { kind: 'on-device', baseUrl: '', model: '', timeoutSeconds: 60 } as const;
  expect(() => createWriter(choice, '', null, { masks: true })).toThrow('model-unavailable');
  const writer = createWriter(choice, '', null, { masks: true, onDevice: promptApi() });
  expect(writer.id).toBe('on-device');
});
