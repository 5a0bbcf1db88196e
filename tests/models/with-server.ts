import { onTestFinished } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Prompt } from '../../src/learning/ports.ts';
import { createOpenAiModel, type OpenAiOptions } from '../../src/models/openai.ts';
import type { Misbehaviour } from '../fixtures/model-answers.ts';
import { type ModelServerOptions, startModelServer } from '../fixtures/model-server.ts';

export const key = 'sk-canary-7f3a';
export const prompt: Prompt = { system: 'You write mails.', user: 'Say hello.' };

/** A server for one test and a model that speaks to it; it answers `Hello there, friend.` */
export async function withServer(
  serverOptions: ModelServerOptions = {},
  modelOptions: Partial<OpenAiOptions> = {},
) {
  const server = await startModelServer({ reply: () => 'Hello there, friend.', ...serverOptions });
  onTestFinished(() => server.close());
  const { host } = new URL(server.baseUrl);
  const { baseUrl } = server;
  const model = createOpenAiModel({
    baseUrl,
    key,
    model: 'penchant-test',
    timeoutMs: 5_000,
    ...modelOptions,
  });
  return { server, host, model };
}

/** The fault a promise rejects with; fails where it does anything else. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const thrown = await promise.then(
    () => 'it was fulfilled',
    (reason: unknown) => reason,
  );
  if (thrown instanceof Fault) return thrown;
  throw new Error('No fault.', { cause: thrown });
}

/** A JSON error of some status. */
export const says = (status: number, error: object, headers = {}): Misbehaviour => ({
  status,
  body: JSON.stringify({ error }),
  headers,
});
/** A stream of these events. */
export const stream = (...lines: string[]): Misbehaviour => ({
  status: 200,
  body: lines.map((line) => `data: ${line}\n\n`).join(''),
});
