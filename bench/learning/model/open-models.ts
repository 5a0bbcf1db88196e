import { setTimeout } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { LanguageModel } from '../../../src/learning/ports.ts';
import { createOpenAiModel } from '../../../src/models/openai.ts';
import type { ModelOptions } from '../bench-options.ts';
import { bePatient } from './be-patient.ts';
import { createBudget, createBudgetedModel } from './budgeted-model.ts';
import { type CachedModel, createCachedModel } from './cached-model.ts';
import { createCountedModel } from './counted-model.ts';
import type { Models } from './options.ts';
import { createRetryingModel, type Pause } from './retrying-model.ts';

/** What opening needs of the machine. */
export interface ModelPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pause: Pause;
}

/** The models of a run, and what they cost so far. */
export interface OpenedModels extends Models {
  /** `hits` of the `asked` calls came from the cache, where there is one; `tokens` were paid for. */
  spent(): { readonly asked: number; readonly hits: number; readonly tokens: number };
}

const thisMachine: ModelPorts = {
  env: process.env,
  pause: async (milliseconds) => setTimeout(milliseconds),
};

/**
 * The models that the command line names. Each is asked at temperature 0 and with patience, tried
 * again where that helps, bounded in tokens for all and to `concurrency` calls at a time for each
 * server, and answers from the cache where it can. Rejects with a sentence that names the option to
 * change; the key goes to every server that is named.
 */
export async function openModels(
  options: ModelOptions & { readonly concurrency: number },
  { env, pause }: ModelPorts = thisMachine,
): Promise<OpenedModels> {
  const { agentModel } = options;
  if (options.kind === 'builtin') {
    throw new Error(
      'This world needs --model openai: its user asks for things in free text, and the built-in ' +
        'writer follows fixed rules.',
    );
  }
  if (agentModel === null) throw new Error('--agent-model is missing: which model is to write?');
  const key = keyFrom(options, env);
  const budget = createBudget(options.budget);
  const limits = new Map<string, LimitFunction>();
  const models = new Map<string, LanguageModel>();
  const caches: CachedModel[] = [];
  await bePatient();

  /** One for each server and name, so that equal requests of two agents meet in it. */
  function modelOf(role: string, name: string): LanguageModel {
    const baseUrl = serverOf(role, options);
    const known = models.get(`${baseUrl} ${name}`);
    if (known) return known;
    const timeoutMs = options.timeoutSeconds * 1000;
    const asked = createCountedModel(createOpenAiModel({ baseUrl, key, model: name, timeoutMs }));
    const bounded = createBudgetedModel(createRetryingModel(asked, pause), budget);
    const limit = limits.get(baseUrl) ?? pLimit(options.concurrency);
    limits.set(baseUrl, limit);
    const model = cached(limited(bounded, limit), baseUrl);
    models.set(`${baseUrl} ${name}`, model);
    return model;
  }

  function cached(model: LanguageModel, server: string): LanguageModel {
    if (options.cache === null) return model;
    const withCache = createCachedModel(model, { dir: options.cache, server });
    caches.push(withCache);
    return withCache;
  }

  return {
    agentModel: (agent) => modelOf(agent, agentModel),
    userModel: modelOf('user', options.userModel ?? agentModel),
    judgeModel: modelOf('judge', options.judgeModel ?? options.userModel ?? agentModel),
    spent: () => ({
      asked: caches.reduce((sum, { counts }) => sum + counts().asked, 0),
      hits: caches.reduce((sum, { counts }) => sum + counts().hits, 0),
      tokens: budget.spent(),
    }),
  };
}

/** A call that waits in line asks for its budget only when its turn comes. */
function limited(model: LanguageModel, limit: LimitFunction): LanguageModel {
  return { id: model.id, complete: (...call) => limit(() => model.complete(...call)) };
}

function serverOf(role: string, { baseUrl, baseUrls }: ModelOptions): string {
  const own = Object.hasOwn(baseUrls, role) ? baseUrls[role] : undefined;
  const server = own ?? baseUrl;
  if (server === null) {
    throw new Error(`--base-url names no server for ${role}: give one for all, or ${role}=URL.`);
  }
  return server.replace(/\/+$/u, '');
}

function keyFrom({ keyEnv, baseUrl, baseUrls }: ModelOptions, env: ModelPorts['env']): string {
  const key = env[keyEnv]?.trim() ?? '';
  const servers = [baseUrl ?? [], Object.values(baseUrls)].flat();
  const elsewhere = servers.find(
    (url) => !['localhost', '127.0.0.1'].includes(new URL(url).hostname),
  );
  if (key === '' && elsewhere !== undefined) {
    throw new Error(
      keyEnv === ''
        ? `${elsewhere} wants a key: name the environment variable that holds it by --api-key-env.`
        : `--api-key-env ${keyEnv}: there is no key in this variable, and ${elsewhere} wants one.`,
    );
  }
  return key;
}
