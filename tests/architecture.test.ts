import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

/** Which room may import which: read a row as "left may import right". Itself always. */
const mayImport: Record<string, readonly string[]> = {
  learning: [],
  protocol: ['learning'],
  models: ['learning'],
  embeddings: ['learning', 'protocol', 'browser'],
  store: ['learning', 'protocol'],
  webmail: ['learning'],
  browser: ['learning', 'protocol'],
  ui: ['learning', 'protocol', 'browser'],
  entrypoints: [
    'learning',
    'protocol',
    'models',
    'embeddings',
    'store',
    'webmail',
    'browser',
    'ui',
  ],
};

/** What a room may take from outside; a room that is not named here may take nothing. */
const libraries: Record<string, readonly string[]> = {
  learning: ['diff-match-patch', 'fastest-levenshtein'],
  protocol: ['zod'],
  models: ['openai', 'zod'],
  embeddings: ['@xenova/transformers', 'zod'],
  store: ['idb', '@noble/ciphers', 'zod'],
  webmail: ['text-field-edit'],
  browser: ['webextension-polyfill', 'zod'],
  ui: ['preact', '@preact/signals'],
  entrypoints: ['preact', '@preact/signals'],
};

/** The folders inside `src/learning`, lowest first, and which of the others each may import. */
const learningMayImport: Record<string, readonly string[]> = {
  mail: [],
  edits: [],
  habits: ['mail'],
  facts: ['mail', 'edits', 'habits'],
  evidence: ['mail', 'edits', 'habits'],
  gate: ['mail', 'edits', 'habits'],
  asking: ['mail', 'edits', 'habits', 'evidence', 'gate'],
  telling: ['mail', 'habits', 'evidence', 'asking'],
};

/** What lies in `src/learning` itself and is for all of its folders; the rest there puts them together. */
const learningWords = new Set(['types', 'ports', 'fault', 'elements', 'usage', 'guidance']);

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const importing =
  /(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

const sources = globSync('src/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'));

function importsOf(path: string): Import[] {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(importing)].map(([, type, plain, dynamic]) => ({
    specifier: plain ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

const roomOf = (path: string): string => path.split('/')[1] ?? '';
const resolved = (from: string, specifier: string): string =>
  posix.join(posix.dirname(from), specifier);
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

test.each(sources.filter((path) => !path.endsWith('.d.ts')))('%s stays in its room', (path) => {
  const room = roomOf(path);
  for (const { specifier, typeOnly } of importsOf(path)) {
    if (specifier.startsWith('.')) {
      const target = resolved(path, specifier);
      if (!target.startsWith('src/')) continue;
      expect([room, ...(mayImport[room] ?? [])], `${path} imports ${specifier}`).toContain(
        roomOf(target),
      );
    } else if (!typeOnly) {
      expect(libraries[room], `${path} imports ${specifier}`).toContain(packageOf(specifier));
    }
  }
});

const insideLearning = sources.filter((path) => /^src\/learning\/\w+\//.test(path));

test.each(insideLearning)('%s stays in its part of the method', (path) => {
  const partOf = (file: string): string => file.split('/')[2] ?? '';
  for (const { specifier } of importsOf(path)) {
    if (!specifier.startsWith('.')) continue;
    const target = partOf(resolved(path, specifier));
    const isWord = learningWords.has(target.replace(/\.ts$/, ''));
    const allowed = [partOf(path), ...(learningMayImport[partOf(path)] ?? [])];
    expect(isWord || allowed.includes(target), `${path} imports ${specifier}`).toBe(true);
  }
});

/** Everything that is really loaded when `entry` runs. */
function loadedBy(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { specifier, typeOnly } of importsOf(entry)) {
    if (typeOnly) continue;
    if (!specifier.startsWith('.')) seen.add(specifier);
    else if (/\.tsx?$/.test(specifier)) loadedBy(resolved(entry, specifier), seen);
  }
  return seen;
}

test.each(['index', 'panel'])('keys, memory, vectors and zod never enter a page by %s', (entry) => {
  const loaded = [...loadedBy(`src/entrypoints/content/${entry}.ts`)];
  expect(loaded.length).toBeGreaterThan(10);
  const forbidden = /^src\/(models|store|embeddings)\/|^(zod|openai|idb|@xenova)/;
  expect(loaded.filter((path) => forbidden.test(path))).toEqual([]);
});

test.each(sources)('%s is short enough to be one thought', (path) => {
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThanOrEqual(300);
});
