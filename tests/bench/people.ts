import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ModelOptions } from '../../bench/learning/bench-options.ts';
import type { Played } from '../../bench/learning/cell.ts';
import { openModels } from '../../bench/learning/model/open-models.ts';
import { playHere } from '../../bench/learning/play-here.ts';
import type { Run, World } from '../../bench/learning/types.ts';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { everybody } from './people-replies.ts';

/** A server for one test. */
export async function withPeople(reply = everybody()): Promise<ModelServer> {
  const server = await startModelServer({ reply });
  onTestFinished(() => server.close());
  return server;
}

/** A folder for one test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penchant-bench-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** The rounds of every agent with every user of a world, as the command plays them; no run is missing. */
export async function playAll(world: World, agents: readonly string[]): Promise<readonly Run[]> {
  const { runs, missing } = await play(world, agents);
  if (missing.length > 0) throw new Error(missing.map(({ reason }) => reason).join('\n'));
  return runs;
}

/** The same where some runs may be missing. */
export function play(world: World, agents: readonly string[]): Promise<Played> {
  const worlds = new Map([[1, world]]);
  return playHere({ worlds, agents, embedder: createLexicalEmbedder(), concurrency: 4 }, () => {});
}

/** What the command line would say for this server. */
export function modelOptions(
  { baseUrl }: Pick<ModelServer, 'baseUrl'>,
  changes: Partial<ModelOptions & { concurrency: number }> = {},
): ModelOptions & { concurrency: number } {
  return {
    kind: 'openai',
    baseUrl,
    baseUrls: {},
    keyEnv: 'NO_SUCH_KEY',
    agentModel: 'penchant-test',
    userModel: null,
    judgeModel: null,
    timeoutSeconds: 5,
    cache: null,
    budget: null,
    concurrency: 4,
    ...changes,
  };
}

/** Models over real HTTP; what they would have waited for is written into `pauses`. */
export async function modelsFor(
  server: Pick<ModelServer, 'baseUrl'>,
  changes: Parameters<typeof modelOptions>[1] = {},
  env: Readonly<Record<string, string>> = {},
) {
  const pauses: number[] = [];
  const models = await openModels(modelOptions(server, changes), {
    env,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...models, pauses };
}
