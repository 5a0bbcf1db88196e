import { describe, expect, test } from 'vitest';
import { agentNames } from '../../bench/learning/agents/all.ts';
import { readCommandLine } from '../../bench/learning/command-line.ts';
import { usage } from '../../bench/learning/usage.ts';

const server = ['--base-url', 'http://localhost:9/v1', '--agent-model', 'small'];
const read = (line: string) => readCommandLine(line === '' ? [] : line.split(' '));

test('without options the scripted world is played by all agents', () => {
  expect(read('')).toMatchObject({
    world: 'scripted',
    rounds: 60,
    seeds: 3,
    encoder: 'lexical',
    agents: agentNames,
    errors: { obey: 0.05, infer: 0.1 },
    models: { kind: 'builtin', timeoutSeconds: 600, cache: '.cache/bench-learning', budget: null },
    drawn: { count: 0, seed: 1 },
    json: null,
    svg: null,
  });
});

test('a flag takes several files, or comes several times', () => {
  expect(read('--persona a.json b.json --seeds 2 --persona c.json')?.personas).toEqual([
    'a.json',
    'b.json',
    'c.json',
  ]);
});

test('users are drawn from a seed', () => {
  expect(read('--drawn 8 --drawn-seed 2026')?.drawn).toEqual({ count: 8, seed: 2026 });
});

test('a server may be for one agent alone', () => {
  const options = readCommandLine([
    ...['--world', 'prelude', ...server],
    ...[
      '--base-url',
      'penchant=http://localhost:1/v1?key=a',
      '--base-url',
      'user=https://u.example/v1',
    ],
  ]);
  expect(options?.models).toMatchObject({
    kind: 'openai',
    baseUrl: 'http://localhost:9/v1',
    baseUrls: { penchant: 'http://localhost:1/v1?key=a', user: 'https://u.example/v1' },
  });
  expect(options?.concurrency).toBe(4);
});

test('an address with an equals sign in it is no agent', () => {
  const options = readCommandLine([
    '--world',
    'plume',
    '--base-url',
    'http://localhost/v1?a=b',
    '--agent-model',
    'm',
  ]);
  expect(options?.models.baseUrl).toBe('http://localhost/v1?a=b');
});

test('--no-cache keeps nothing', () => {
  expect(read('--no-cache')?.models.cache).toBeNull();
});

test('the ablation plays the default method, its arms, and what they are measured by', () => {
  const agents = read('--ablation')?.agents ?? [];
  expect(agents.slice(0, 3)).toEqual(['oracle', 'no-learning', 'penchant']);
  expect(agents).toContain('penchant:scope');
  expect(agents).not.toContain('prose');
});

test('help is told instead of anything else, and names every agent', () => {
  expect(read('--help --rounds many')).toBeNull();
  for (const agent of agentNames) expect(usage).toContain(agent);
});

describe('a mistake is answered with what to do', () => {
  test.each([
    ['--rounds 0', '--rounds takes a whole number from 1 to 10000.'],
    ['--rounds 1.5', '--rounds takes a whole number from 1 to 10000.'],
    ['--drawn 101', '--drawn takes a whole number from 0 to 100.'],
    ['--drawn-seed -1', '--drawn-seed'],
    ['--seeds many', '--seeds takes a whole number from 1 to 100.'],
    ['--world gmail', '--world is one of: scripted, prelude, plume.'],
    ['--encoder bert', '--encoder is one of: lexical, minilm.'],
    ['--obey-error 5', '--obey-error takes a number from 0 to 1, such as 0.05.'],
    ['--infer-error 1.01', '--infer-error takes a number from 0 to 1, such as 0.05.'],
    ['--agents penchant,cipher', '--agents knows no “cipher”. There are: oracle'],
    ['--ablation --agents prose', '--ablation chooses the agents: leave out --agents.'],
    ['--base-url localhost', '--base-url takes an http or https address, not “localhost”.'],
    ['--base-url nobody=http://localhost/v1', '--base-url knows no “nobody”'],
    ['--api-key-env sk-123', '--api-key-env takes the name of an environment variable, not a key.'],
    ['--world prelude', '--model openai needs --agent-model'],
    ['--world prelude --agent-model m', '--model openai needs --base-url'],
    ['--colour', "Unknown option '--colour'"],
    ['surprise', 'surprise'],
  ])('%s', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});
