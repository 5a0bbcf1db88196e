import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ablationNames, agentNames } from './agents/all.ts';
import type { BenchOptions, ModelOptions } from './bench-options.ts';
import { mostDrawn } from './scripted/draw-persona.ts';

/** Options that take every value up to the next option. */
const manyValued = ['--persona', '--data'];
/** Whoever is played by a model and is no agent. */
const otherRoles = ['user', 'judge'];
const replyFolder = '.cache/bench-learning';

/**
 * Reads the command line; `null` where help is asked for. Throws with a sentence that says what is
 * wrong with it and what it should be.
 */
export function readCommandLine(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({ args: withFlagBeforeEach(args), options: flags });
  if (values.help) return null;
  const read = schema.safeParse(values);
  if (!read.success) throw new Error(read.error.issues[0]?.message ?? 'The options are wrong.');
  const given = read.data;
  const isScripted = given.world === 'scripted';
  return {
    world: given.world,
    rounds: given.rounds,
    seeds: given.seeds,
    encoder: given.encoder,
    agents: agentsOf(given.agents, given.ablation),
    models: modelsOf(given),
    personas: given.persona,
    heldOut: given['held-out'],
    drawn: { count: given.drawn, seed: given['drawn-seed'] },
    errors: { obey: given['obey-error'], infer: given['infer-error'] },
    data: given.data,
    task: given.task,
    shuffle: given.shuffle,
    faithful: given.faithful,
    concurrency: given.concurrency ?? (isScripted ? availableParallelism() : 4),
    ablation: given.ablation,
    perUser: given['per-user'],
    json: given.json ?? null,
    svg: given.svg ?? null,
  };
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const mark = { type: 'boolean' } as const;

const flags = {
  help: mark,
  world: text,
  rounds: text,
  seeds: text,
  encoder: text,
  agents: text,
  ablation: mark,
  persona: texts,
  'held-out': mark,
  drawn: text,
  'drawn-seed': text,
  'obey-error': text,
  'infer-error': text,
  data: texts,
  task: text,
  shuffle: mark,
  faithful: mark,
  model: text,
  'base-url': texts,
  'api-key-env': text,
  'agent-model': text,
  'user-model': text,
  'judge-model': text,
  timeout: text,
  cache: text,
  'no-cache': mark,
  budget: text,
  'per-user': mark,
  json: text,
  svg: text,
  concurrency: text,
} as const;

const rateText = /^(?:0|1|0?\.\d+|[01]\.\d+)$/u;

function count(flag: string, least: number, most: number) {
  const sentence = `${flag} takes a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,12}$/u, sentence)
    .transform(Number)
    .refine((number) => number >= least && number <= most, sentence);
}

function rate(flag: string) {
  const sentence = `${flag} takes a number from 0 to 1, such as 0.05.`;
  return z
    .string()
    .regex(rateText, sentence)
    .transform(Number)
    .refine((number) => number <= 1, sentence);
}

function choice<const Names extends readonly [string, ...string[]]>(flag: string, names: Names) {
  return z.enum(names, `${flag} is one of: ${names.join(', ')}.`);
}

const name = z.string().trim().min(1).max(200);

const schema = z.object({
  world: choice('--world', ['scripted', 'prelude', 'plume']).default('scripted'),
  rounds: count('--rounds', 1, 10_000).default(60),
  seeds: count('--seeds', 1, 100).default(3),
  encoder: choice('--encoder', ['lexical', 'minilm']).default('lexical'),
  agents: z.string().optional(),
  ablation: z.boolean().default(false),
  persona: z.array(z.string()).default([]),
  'held-out': z.boolean().default(false),
  drawn: count('--drawn', 0, mostDrawn).default(0),
  'drawn-seed': count('--drawn-seed', 0, 999_999).default(1),
  'obey-error': rate('--obey-error').default(0.05),
  'infer-error': rate('--infer-error').default(0.1),
  data: z.array(z.string()).default([]),
  task: choice('--task', ['email', 'summarization']).default('email'),
  shuffle: z.boolean().default(false),
  faithful: z.boolean().default(false),
  model: choice('--model', ['builtin', 'openai']).optional(),
  'base-url': z.array(z.string()).default([]),
  'api-key-env': z
    .string()
    .regex(/^[A-Za-z_]\w*$/u, '--api-key-env takes the name of an environment variable, not a key.')
    .default(''),
  'agent-model': name.optional(),
  'user-model': name.optional(),
  'judge-model': name.optional(),
  timeout: count('--timeout', 1, 86_400).default(600),
  cache: z.string().min(1, '--cache takes a folder.').default(replyFolder),
  'no-cache': z.boolean().default(false),
  budget: count('--budget', 1, 999_999_999_999).optional(),
  'per-user': z.boolean().default(false),
  json: z.string().min(1, '--json takes a file.').optional(),
  svg: z.string().min(1, '--svg takes a folder.').optional(),
  concurrency: count('--concurrency', 1, 1_000).optional(),
});

type Given = z.infer<typeof schema>;

/** `--data a b` as `--data a --data b`, which is what the parser knows. */
function withFlagBeforeEach(args: readonly string[]): string[] {
  let open: string | null = null;
  return args.flatMap((arg, index) => {
    if (arg.startsWith('-')) {
      open = manyValued.includes(arg) ? arg : null;
      return [arg];
    }
    const isFirst = args[index - 1] === open;
    return open === null || isFirst ? [arg] : [open, arg];
  });
}

function agentsOf(list: string | undefined, ablation: boolean): readonly string[] {
  if (ablation) {
    if (list !== undefined) throw new Error('--ablation chooses the agents: leave out --agents.');
    return ['oracle', 'no-learning', 'penchant', ...ablationNames];
  }
  if (list === undefined) return agentNames;
  const wanted = [...new Set(list.split(',').map((agent) => agent.trim()))];
  for (const agent of wanted) {
    if (isAgent(agent)) continue;
    throw new Error(`--agents knows no “${agent}”. There are: ${agentNames.join(', ')}.`);
  }
  return wanted;
}

const isAgent = (agent: string): boolean =>
  agentNames.includes(agent) || ablationNames.includes(agent);

function modelsOf(given: Given): ModelOptions {
  const kind = given.model ?? (given.world === 'scripted' ? 'builtin' : 'openai');
  const agentModel = given['agent-model'] ?? null;
  const servers = serversOf(given['base-url']);
  if (kind === 'openai' && agentModel === null) {
    throw new Error('--model openai needs --agent-model, the name its server knows the model by.');
  }
  if (kind === 'openai' && servers.baseUrl === null && Object.keys(servers.baseUrls).length === 0) {
    throw new Error('--model openai needs --base-url, such as http://localhost:8080/v1.');
  }
  return {
    kind,
    ...servers,
    keyEnv: given['api-key-env'],
    agentModel,
    userModel: given['user-model'] ?? null,
    judgeModel: given['judge-model'] ?? null,
    timeoutSeconds: given.timeout,
    cache: given['no-cache'] ? null : given.cache,
    budget: given.budget ?? null,
  };
}

function serversOf(given: readonly string[]): Pick<ModelOptions, 'baseUrl' | 'baseUrls'> {
  let baseUrl: string | null = null;
  const baseUrls: Record<string, string> = {};
  for (const value of given) {
    const [, role, address = value] = /^([^=/?]+)=(.*)$/u.exec(value) ?? [];
    if (!/^https?:$/u.test(URL.canParse(address) ? new URL(address).protocol : '')) {
      throw new Error(`--base-url takes an http or https address, not “${address}”.`);
    }
    if (role === undefined) baseUrl = address;
    else if (otherRoles.includes(role) || isAgent(role)) baseUrls[role] = address;
    else throw new Error(`--base-url knows no “${role}”: it takes an agent, user or judge.`);
  }
  return { baseUrl, baseUrls };
}
