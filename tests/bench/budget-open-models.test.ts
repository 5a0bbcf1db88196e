import { describe, expect, test } from 'vitest';
import { openModels } from '../../bench/learning/model/open-models.ts';
import { faultOf, says } from '../models/with-server.ts';
import { modelOptions, modelsFor, withPeople } from './people.ts';

const prompt = { system: 'You write.', user: 'Say hello.' };
const tooMany = (wait: string) => says(429, { message: 'Slow down' }, { 'retry-after': wait });

describe('the models of a run', () => {
  test('wait as long as a busy server asks for, and then get their answer', async () => {
    const server = await withPeople(() => 'Hello.');
    server.misbehave(tooMany('7'), 2);
    const { userModel, pauses } = await modelsFor(server);
    expect((await userModel.complete(prompt)).text).toBe('Hello.');
    expect(pauses).toEqual([7_000, 7_000]);
  });

  test('wait longer and longer for a server that does not say how long', async () => {
    const server = await withPeople(() => 'Hello.');
    server.misbehave(says(503, { message: 'Loading the model' }), 4);
    const { userModel, pauses } = await modelsFor(server);
    expect((await userModel.complete(prompt)).text).toBe('Hello.');
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  test('try again where the connection broke', async () => {
    const server = await withPeople(() => 'Hello to all of you.');
    server.misbehave('cut');
    const { userModel } = await modelsFor(server);
    expect((await userModel.complete(prompt)).text).toBe('Hello to all of you.');
    expect(server.requests).toHaveLength(2);
  });

  test('give up at last, and say whom they asked how often', async () => {
    const server = await withPeople();
    server.misbehave('500', Number.POSITIVE_INFINITY);
    const { userModel, pauses } = await modelsFor(server);
    const fault = await faultOf(userModel.complete(prompt));
    expect(fault.code).toBe('server-error');
    expect(fault.message).toContain(`${new URL(server.baseUrl).host} was asked 6 times.`);
    expect(pauses).toHaveLength(5);
  });

  test('do not wait for a quota', async () => {
    const server = await withPeople();
    server.misbehave(tooMany('3600'));
    const { userModel, pauses } = await modelsFor(server);
    const fault = await faultOf(userModel.complete(prompt));
    expect(fault.message).toContain('wants to be left alone for 60 minutes');
    expect(pauses).toEqual([]);
  });

  test('do not repeat what will not get better', async () => {
    const server = await withPeople();
    server.misbehave('401');
    const { userModel } = await modelsFor(server);
    expect((await faultOf(userModel.complete(prompt))).code).toBe('wrong-key');
    expect(server.requests).toHaveLength(1);
  });

  test('everybody can have a server and a model of their own', async () => {
    const [common, ciphers, users] = [
      await withPeople(() => 'common'),
      await withPeople(() => 'cipher'),
      await withPeople(() => 'user'),
    ];
    const baseUrls = { 'cipher-5': `${ciphers.baseUrl}/`, user: users.baseUrl };
    const models = await modelsFor(common, { baseUrls, userModel: 'larger', judgeModel: 'other' });
    const said = async (model: typeof models.userModel) => (await model.complete(prompt)).text;
    expect(await said(models.agentModel('cipher-5'))).toBe('cipher');
    expect(await said(models.agentModel('penchant'))).toBe('common');
    // A name that every object has is no server.
    expect(await said(models.agentModel('constructor'))).toBe('common');
    expect(await said(models.userModel)).toBe('user');
    expect(await said(models.judgeModel)).toBe('common');
    expect(users.requests[0]?.body?.['model']).toBe('larger');
    expect(common.requests.map(({ body }) => body?.['model'])).toEqual([
      'penchant-test',
      'penchant-test',
      'other',
    ]);
    expect(common.requests.every(({ body }) => body?.['temperature'] === 0)).toBe(true);
  });

  test('the key of the environment is sent, and none where there is none', async () => {
    const server = await withPeople(() => 'Hello.');
    const withKey = await modelsFor(server, { keyEnv: 'MY_KEY' }, { MY_KEY: ' sk-1 ' });
    await withKey.userModel.complete(prompt);
    const without = await modelsFor(server, { keyEnv: 'MY_KEY' });
    await without.userModel.complete(prompt);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk-1',
      undefined,
    ]);
  });

  test('no more requests than asked for are under way at one server', async () => {
    const server = await withPeople();
    server.misbehave('hang', Number.POSITIVE_INFINITY);
    const { userModel } = await modelsFor(server, { concurrency: 2, timeoutSeconds: 0.05 });
    const ends = ['a', 'b', 'c', 'd'].map((user) =>
      faultOf(userModel.complete({ system: '', user })),
    );
    const faults = await Promise.all(ends);
    expect(faults.map(({ code }) => code)).toEqual(Array(4).fill('timed-out'));
    // Two tries each, and never a third caller before one of the first two is through.
    expect(
      server.requests
        .map(({ user }) => user)
        .slice(0, 4)
        .sort(),
    ).toEqual(['a', 'a', 'b', 'b']);
    expect(server.requests).toHaveLength(8);
  });

  test.each([
    [{ kind: 'builtin' as const }, /--model openai/],
    [{ agentModel: null }, /--agent-model/],
    [{ baseUrl: null, baseUrls: { user: 'http://localhost:1/v1' } }, /--base-url.*judge/],
    [{ baseUrl: 'https://api.example.com/v1' }, /--api-key-env NO_SUCH_KEY.*api\.example\.com/],
  ])('%j is refused with a sentence', async (changes, sentence) => {
    const options = modelOptions({ baseUrl: 'http://localhost:1/v1' }, changes);
    await expect(openModels(options, { env: {}, pause: async () => {} })).rejects.toThrow(sentence);
  });
});
